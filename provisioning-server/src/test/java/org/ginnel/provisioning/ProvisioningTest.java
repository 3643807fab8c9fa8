// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is ours besides the legacy contract: own keys, devices, idempotency, concurrency, restarts.
class ProvisioningTest {
    private static final String PRO = key("testuser", "pro");
    private static final String OWN = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
    private static final String OTHER = "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=";

    @TempDir
    private Path directory;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String value(JsonNode answer, String key) {
        return answer.path("config")
                .textValue()
                .lines()
                .filter(line -> line.startsWith(key + " = "))
                .map(line -> line.substring(key.length() + 3))
                .findFirst()
                .orElse("");
    }

    @Test
    void clientThatMadeItsKey_getsAConfigWithoutOne_andTheSameAgain() {
        var body = "{\"public_key\":\"" + OWN + "\"}";
        var first = server.postJson("/api/provision", PRO, body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(value(first.json(), "PrivateKey")).isEmpty();
        assertThat(server.postJson("/api/provision", PRO, body).text()).isEqualTo(first.text());
    }

    @Test
    void legacyClient_getsAnotherKeyPairEachTime_whichIsAPair() {
        var first = server.postJson("/api/provision", PRO, "{}").json();
        var second = server.postJson("/api/provision", PRO, "{}").json();

        assertThat(PrivateKey.parse(value(first, "PrivateKey"))).isPresent();
        assertThat(value(first, "PrivateKey")).isNotEqualTo(value(second, "PrivateKey"));
        assertThat(value(first, "Address")).isNotEqualTo(value(second, "Address"));
        assertThat(first.path("client_name")).isNotEqualTo(second.path("client_name"));
    }

    @Test
    void legacyClientThatRepeatsACall_getsTheSamePeerWithANewKeyPair() {
        String[] headers = {"X-API-Key", PRO, "Content-Type", "application/json", "Idempotency-Key", "7f3a"};
        var first = server.post("/api/provision", "{}", headers).json();
        var second = server.post("/api/provision", "{}", headers).json();

        assertThat(second.path("client_name")).isEqualTo(first.path("client_name"));
        assertThat(value(second, "Address")).isEqualTo(value(first, "Address"));
        assertThat(value(second, "PrivateKey")).isNotEqualTo(value(first, "PrivateKey"));
    }

    @Test
    void device_hasOneAddressPerServer_whateverItsKey() {
        var first = server.postJson("/api/provision", PRO, device("laptop", OWN, "us-east-1"));
        var rekeyed = server.postJson("/api/provision", PRO, device("laptop", OTHER, "us-east-1"));
        var elsewhere = server.postJson("/api/provision", PRO, device("laptop", OTHER, "ap-east-1"));

        assertThat(rekeyed.json().path("client_name")).isEqualTo(first.json().path("client_name"));
        assertThat(value(rekeyed.json(), "Address")).isEqualTo(value(first.json(), "Address"));
        assertThat(value(rekeyed.json(), "PresharedKey")).isNotEqualTo(value(first.json(), "PresharedKey"));
        assertThat(elsewhere.json().path("client_name"))
                .isNotEqualTo(first.json().path("client_name"));
    }

    private static String device(String id, String key, String serverId) {
        return "{\"device_id\":\"" + id + "\",\"device_name\":\"Anna's laptop\",\"public_key\":\"" + key
                + "\",\"server_id\":\"" + serverId + "\"}";
    }

    @Test
    void keyOfAnotherUsersDevice_isAConflict() {
        server.postJson("/api/provision", PRO, "{\"public_key\":\"" + OWN + "\"}");

        var reply = server.postJson("/api/provision", key("mallory", "pro"), "{\"public_key\":\"" + OWN + "\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("error").textValue()).isEqualTo("public_key belongs to another device");
    }

    @Test
    void keyOfTheGatewayItself_isAConflict() {
        var gateway = server.get("/api/servers", "X-API-Key", PRO)
                .json()
                .path("servers")
                .get(0)
                .path("public_key");

        var reply = server.postJson("/api/provision", PRO, "{\"public_key\":\"" + gateway.textValue() + "\"}");

        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void sixtyFourCallsAtOnce_getSixtyFourAddresses() throws InterruptedException, ExecutionException {
        var calls = new ArrayList<Future<TestServer.Reply>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                var caller = key("user" + i % 4, "basic");
                calls.add(pool.submit(() -> server.postJson("/api/provision", caller, "{}")));
            }
        }
        var addresses = new HashSet<String>();
        var names = new HashSet<String>();
        for (var call : calls) {
            assertThat(call.get().status()).isEqualTo(200);
            addresses.add(value(call.get().json(), "Address"));
            names.add(call.get().json().path("client_name").textValue());
        }
        assertThat(addresses).hasSize(64);
        assertThat(names).hasSize(64);
    }

    @Test
    void restart_keepsEverything() {
        var mine = server.postJson("/api/provision", PRO, "{\"public_key\":\"" + OWN + "\",\"device_id\":\"a\"}");
        var legacy = server.postJson("/api/provision", PRO, "{}");
        server.close();
        server = TestServer.start(directory);

        var again = server.postJson("/api/provision", PRO, "{\"public_key\":\"" + OWN + "\",\"device_id\":\"a\"}");
        var fresh = server.postJson("/api/provision", PRO, "{}");

        assertThat(again.text()).isEqualTo(mine.text());
        assertThat(value(fresh.json(), "Address"))
                .isNotIn(value(mine.json(), "Address"), value(legacy.json(), "Address"));
        var name = legacy.json().path("client_name").textValue();
        assertThat(server.postJson("/api/revoke", PRO, "{\"client_name\":\"" + name + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void developmentMode_handsOutKeysThatWork() {
        server.close();
        server = TestServer.start(TestServer.settings(directory).withDevelopment(true));

        var given = server.postJson("/api/generate-api-key", "", "{\"user_id\":\"u\",\"tier\":\"pro\"}");
        var defaults = server.postJson("/api/generate-api-key", "", "{\"tier\":\"gold\"}");
        var wrong = server.postJson("/api/generate-api-key", "", "{\"user_id\":\"alice:x\"}");

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json().propertyStream().map(e -> e.getKey()))
                .containsExactly("api_key", "user_id", "tier", "note");
        assertThat(given.json().path("api_key").textValue()).isEqualTo(key("u", "pro"));
        assertThat(server.get("/api/servers", "X-API-Key", key("u", "pro")).status())
                .isEqualTo(200);
        assertThat(defaults.json().path("api_key").textValue()).isEqualTo(key("demo_user", "basic"));
        assertThat(wrong.status()).isEqualTo(400);
    }

    @Test
    void manyBadKeys_areSlowedDown_butAGoodOneNeverIs() {
        for (int i = 0; i < 20; i++) {
            assertThat(server.get("/api/servers", "X-API-Key", "guess" + i).status())
                    .isEqualTo(401);
        }
        var reply = server.get("/api/servers", "X-API-Key", "guess");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 3);
        assertThat(server.get("/api/servers", "X-API-Key", PRO).status()).isEqualTo(200);
    }
}
