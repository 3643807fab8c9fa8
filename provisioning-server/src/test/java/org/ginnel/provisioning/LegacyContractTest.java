// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Section 1 of the wire contract, row by row, against a real server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegacyContractTest {
    private static final String BASIC = key("demo_user", "basic");
    private static final String PRO = key("testuser", "pro");
    private static final List<String> NINE =
            List.of("id", "name", "endpoint", "port", "region", "country", "tier", "latitude", "longitude");

    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void health_needsNoKeyAndHasALocalTimestampWithMicroseconds() {
        var reply = server.get("/api/health");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(fields(reply.json())).containsExactly("status", "timestamp");
        assertThat(reply.json().path("status").textValue()).isEqualTo("healthy");
        assertThat(reply.json().path("timestamp").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
    }

    @Test
    void whoami_tellsWhereTheRequestCameFrom() {
        assertThat(server.get("/api/whoami").text()).isEqualTo("{\"address\":\"127.0.0.1\"}");
    }

    @Test
    void servers_ofAProKey_areTheFifteenOfTheReferenceSet() {
        var reply = server.get("/api/servers", "X-API-Key", PRO);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(fields(reply.json())).containsExactly("servers", "tier", "tier_info");
        assertThat(reply.json().path("servers"))
                .extracting(s -> s.path("id").textValue())
                .containsExactly(
                        "us-east-1",
                        "us-west-1",
                        "eu-west-1",
                        "eu-central-1",
                        "ap-southeast-1",
                        "ap-northeast-1",
                        "ap-south-1",
                        "sa-east-1",
                        "ca-central-1",
                        "eu-north-1",
                        "ap-southeast-2",
                        "me-south-1",
                        "af-south-1",
                        "eu-south-1",
                        "ap-east-1");
        assertThat(reply.json().path("servers"))
                .extracting(s -> s.path("name").textValue())
                .contains("New York", "S\u00e3o Paulo", "Hong Kong");
        assertThat(reply.json().path("tier").textValue()).isEqualTo("pro");
        assertThat(reply.json().path("tier_info").path("max_servers").intValue())
                .isEqualTo(15);
    }

    @Test
    void servers_ofABasicKey_areTheThreeBasicOnes() {
        var reply = server.get("/api/servers", "X-API-Key", BASIC);

        assertThat(reply.json().path("servers"))
                .extracting(s -> s.path("id").textValue())
                .containsExactly("us-east-1", "us-west-1", "eu-west-1");
        assertThat(reply.json().path("tier").textValue()).isEqualTo("basic");
        var info = reply.json().path("tier_info");
        assertThat(fields(info)).containsExactly("name", "max_servers", "description");
        assertThat(info.path("name").textValue()).isEqualTo("Basic");
        assertThat(info.path("max_servers").intValue()).isEqualTo(3);
        assertThat(info.path("description").textValue()).isNotBlank();
    }

    @Test
    void servers_ofATierNobodyKnows_areTheBasicOnes() {
        var reply = server.get("/api/servers", "X-API-Key", key("testuser", "platinum"));

        assertThat(reply.json().path("servers")).hasSize(3);
        assertThat(reply.json().path("tier").textValue()).isEqualTo("basic");
    }

    @Test
    void server_hasTheNineFieldsWithTheirTypes() {
        for (var node : server.get("/api/servers", "X-API-Key", PRO).json().path("servers")) {
            assertThat(fields(node)).startsWith(NINE.toArray(String[]::new));
            assertThat(Stream.of("id", "name", "endpoint", "region", "country", "tier")
                            .map(node::path))
                    .allMatch(JsonNode::isTextual);
            assertThat(node.path("port").isInt()).isTrue();
            assertThat(node.path("latitude").isDouble()).isTrue();
            assertThat(node.path("longitude").isDouble()).isTrue();
            assertThat(node.path("endpoint").textValue()).endsWith(".vpn.example.com");
        }
    }

    @Test
    void provision_ofANamedServer_answersItsConfig() {
        var reply = server.postJson("/api/provision", PRO, "{\"server_id\":\"ap-east-1\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(fields(reply.json()))
                .containsExactly("success", "config", "client_name", "server", "available_servers");
        assertThat(reply.json().path("success").booleanValue()).isTrue();
        assertThat(reply.json().path("client_name").textValue()).matches("[a-z2-7]{15}");
        assertThat(reply.json().path("server").path("id").textValue()).isEqualTo("ap-east-1");
        assertThat(reply.json().path("available_servers")).hasSize(15);
        assertThat(reply.json().path("config").textValue()).matches("""
                        \\[Interface\\]
                        Address = 10\\.7\\.0\\.\\d+/24, fddd:2c4:2c4:2c4::[0-9a-f]+/64
                        DNS = 8\\.8\\.8\\.8, 8\\.8\\.4\\.4
                        PrivateKey = [A-Za-z0-9+/]{43}=

                        \\[Peer\\]
                        PublicKey = [A-Za-z0-9+/]{43}=
                        PresharedKey = [A-Za-z0-9+/]{43}=
                        AllowedIPs = 0\\.0\\.0\\.0/0, ::/0
                        Endpoint = hongkong\\.vpn\\.example\\.com:51820
                        PersistentKeepalive = 25
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"server_id\":null}", "{\"server_id\":\"\"}", "{\"server_id\":\"us-east-1\",\"x\":1}"})
    void provision_withoutAServer_takesTheFirstOfTheTier(String body) {
        var reply = server.postJson("/api/provision", BASIC, body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("server").path("id").textValue()).isEqualTo("us-east-1");
        assertThat(reply.json().path("available_servers")).hasSize(3);
    }

    @Test
    void revoke_ofOnesOwnClient_succeedsAndStaysDone() {
        var name = server.postJson("/api/provision", PRO, "{}")
                .json()
                .path("client_name")
                .textValue();
        var body = "{\"client_name\":\"" + name + "\"}";

        var reply = server.postJson("/api/revoke", PRO, body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.text())
                .isEqualTo("{\"success\":true,\"message\":\"Client " + name + " revoked successfully\"}");
        assertThat(server.postJson("/api/revoke", PRO, body).status()).isEqualTo(200);
    }

    @Test
    void revoke_ofAnotherUsersClient_isForbiddenAndChangesNothing() {
        var name = server.postJson("/api/provision", PRO, "{}")
                .json()
                .path("client_name")
                .textValue();
        var body = "{\"client_name\":\"" + name + "\"}";

        expect(
                server.postJson("/api/revoke", key("testuser2", "pro"), body),
                403,
                "Unauthorized to revoke this client");

        assertThat(server.postJson("/api/revoke", PRO, body).status()).isEqualTo(200);
    }

    static Stream<Arguments> refusals() {
        var json = "application/json";
        return Stream.of(
                Arguments.of(
                        "/api/provision",
                        "{\"server_id\":\"ap-east-1\"}",
                        json,
                        403,
                        "Server not available for your subscription tier"),
                Arguments.of(
                        "/api/provision",
                        "{\"server_id\":\"no-such\"}",
                        json,
                        403,
                        "Server not available for your subscription tier"),
                Arguments.of(
                        "/api/provision",
                        "{\"server_id\":5}",
                        json,
                        403,
                        "Server not available for your subscription tier"),
                Arguments.of(
                        "/api/provision",
                        "{\"server_id\":{\"a\":[]}}",
                        json,
                        403,
                        "Server not available for your subscription tier"),
                Arguments.of("/api/provision", "{", json, 400, "The body must be a JSON object"),
                Arguments.of("/api/provision", "[]", json, 400, "The body must be a JSON object"),
                Arguments.of("/api/provision", "", json, 400, "The body must be a JSON object"),
                Arguments.of("/api/provision", "{} {}", json, 400, "The body must be a JSON object"),
                Arguments.of("/api/provision", "[".repeat(60_000), json, 400, "The body must be a JSON object"),
                Arguments.of(
                        "/api/provision", "{\"public_key\":\"x\"}", json, 400, "public_key must be 32 bytes in base64"),
                Arguments.of(
                        "/api/provision",
                        "{\"public_key\":\"" + "A".repeat(43) + "=\"}",
                        json,
                        400,
                        "public_key must be 32 bytes in base64"),
                Arguments.of(
                        "/api/provision",
                        "{\"device_id\":\"a\\u0000b\"}",
                        json,
                        400,
                        "device_id, device_name and Idempotency-Key must be 1 to 64 printable characters"),
                Arguments.of(
                        "/api/provision",
                        "{\"device_name\":\"" + "a".repeat(65) + "\"}",
                        json,
                        400,
                        "device_id, device_name and Idempotency-Key must be 1 to 64 printable characters"),
                Arguments.of("/api/provision", "{}", "text/plain", 415, "The Content-Type must be application/json"),
                Arguments.of("/api/provision", " ".repeat(65_537), json, 413, "The body must have at most 65536 bytes"),
                Arguments.of("/api/revoke", "{}", json, 400, "client_name is required"),
                Arguments.of("/api/revoke", "{\"client_name\":\"\"}", json, 400, "client_name is required"),
                Arguments.of(
                        "/api/revoke", "{\"client_name\":\"nobody\"}", json, 403, "Unauthorized to revoke this client"),
                Arguments.of(
                        "/api/revoke",
                        "{\"client_name\":\"' OR 1=1 --\"}",
                        json,
                        403,
                        "Unauthorized to revoke this client"),
                Arguments.of("/api/revoke", "nonsense", json, 400, "The body must be a JSON object"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_hasTheStatusAndTheWordsOfTheContract(
            String path, String body, String contentType, int status, String error) {
        expect(server.post(path, body, "X-API-Key", BASIC, "Content-Type", contentType), status, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{", "nonsense"})
    void badKey_winsOverABadBodyAndABadContentType(String body) {
        for (var path : List.of("/api/provision", "/api/revoke")) {
            expect(server.post(path, body, "X-API-Key", "nobody"), 401, "Invalid or missing API key");
            expect(server.post(path, body), 401, "Invalid or missing API key");
        }
        expect(server.get("/api/servers"), 401, "Invalid or missing API key");
    }

    @Test
    void unknownPath_isJsonToo() {
        for (var path : List.of("/", "/api", "/api/", "/api/servers/", "/api/../api/servers%00", "/x%0d%0ay")) {
            expect(server.get(path), 404, "There is nothing at this address");
        }
    }

    @Test
    void unknownMethod_isJsonTooAndNamesTheRightOne() {
        var reply = server.method("DELETE", "/api/servers");

        expect(reply, 405, "This address does not take this method");
        assertThat(reply.headers().get("Allow")).containsExactly("GET");
        assertThat(server.method("HEAD", "/api/servers").text()).isEmpty();
    }

    @Test
    void generateApiKey_outsideDevelopment_doesNotExist() {
        expect(server.postJson("/api/generate-api-key", "", "{}"), 404, "There is nothing at this address");
    }

    private static void expect(TestServer.Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(fields(reply.json())).containsExactly("error", "type", "title", "status", "request_id");
        assertThat(reply.json().path("error").textValue()).isEqualTo(error);
        assertThat(reply.json().path("status").intValue()).isEqualTo(status);
        assertThat(reply.json().path("type").textValue()).startsWith("urn:ginnel:problem:");
        assertThat(reply.headers().get("X-Request-Id"))
                .containsExactly(reply.json().path("request_id").textValue());
    }

    private static List<String> fields(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
