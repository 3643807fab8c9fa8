// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `/api/v1/devices` against a real server. Every answer is checked against the description, see [TestServer].
class DevicesTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PRO = key("testuser", "pro");
    private static final String DEVICES = "/api/v1/devices";

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

    private static String newKey() {
        return PrivateKey.generate(RANDOM).publicKey().base64();
    }

    private static String body(String publicKey) {
        return "{\"public_key\":\"" + publicKey + "\",\"name\":\"Anna's laptop\"}";
    }

    private TestServer.Reply register(String apiKey, String publicKey) {
        return server.call("POST", DEVICES, apiKey, body(publicKey));
    }

    private static String id(TestServer.Reply reply) {
        return reply.json().path("id").textValue();
    }

    @Test
    void device_isMadeOnce_andFoundAgain() {
        var publicKey = newKey();

        var made = register(PRO, publicKey);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(DEVICES + "/" + id(made));
        assertThat(made.json().path("public_key").textValue()).isEqualTo(publicKey);
        assertThat(made.json().path("ipv4").textValue()).isEqualTo("10.64.0.2");
        assertThat(made.json().path("ipv6").textValue()).isEqualTo("fddd:2c4:2c4:3::2");
        assertThat(made.json().path("quantum_safe").booleanValue()).isFalse();
        var again = register(PRO, publicKey);
        assertThat(again.status()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(id(made));
        assertThat(server.call("GET", made.header("Location"), PRO, "").json().path("ipv4"))
                .isEqualTo(made.json().path("ipv4"));
        assertThat(server.call("GET", DEVICES, PRO, "").json().path("devices")).hasSize(1);
    }

    @Test
    void device_survivesARestart_withItsAddresses() {
        var made = register(PRO, newKey());
        server.close();
        server = TestServer.start(directory);

        var found = server.call("GET", DEVICES + "/" + id(made), PRO, "");

        assertThat(found.json().path("ipv4")).isEqualTo(made.json().path("ipv4"));
        assertThat(register(PRO, newKey()).json().path("ipv4"))
                .isNotEqualTo(made.json().path("ipv4"));
    }

    @Test
    void device_isNobodyElses() {
        var publicKey = newKey();
        var made = register(PRO, publicKey);
        var mallory = key("mallory", "pro");

        assertThat(server.call("GET", DEVICES + "/" + id(made), mallory, "").status())
                .isEqualTo(404);
        assertThat(server.call("DELETE", DEVICES + "/" + id(made), mallory, "").status())
                .isEqualTo(404);
        assertThat(server.call("PUT", DEVICES + "/" + id(made) + "/public-key", mallory, body(newKey()))
                        .status())
                .isEqualTo(404);
        assertThat(register(mallory, publicKey).status()).isEqualTo(409);
        assertThat(server.call("GET", DEVICES, mallory, "").json().path("devices"))
                .isEmpty();
    }

    @Test
    void rotation_keepsTheDeviceAndBothKeys_eachWithAddressesOfItsOwn() {
        var old = newKey();
        var fresh = newKey();
        var made = register(PRO, old);

        var rotated = server.call(
                "PUT",
                DEVICES + "/" + id(made) + "/public-key",
                PRO,
                "{\"public_key\":\"" + fresh + "\",\"overlap_s\":600}");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(id(rotated)).isEqualTo(id(made));
        assertThat(rotated.json().path("public_key").textValue()).isEqualTo(fresh);
        assertThat(rotated.json().path("ipv4")).isNotEqualTo(made.json().path("ipv4"));
        assertThat(rotated.json().path("ipv6")).isNotEqualTo(made.json().path("ipv6"));
        var previous = rotated.json().path("previous");
        assertThat(previous.path("public_key").textValue()).isEqualTo(old);
        assertThat(previous.path("ipv4")).isEqualTo(made.json().path("ipv4"));
        assertThat(Instant.parse(previous.path("valid_until").textValue()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(11)));
        var again =
                server.call("PUT", DEVICES + "/" + id(made) + "/public-key", PRO, "{\"public_key\":\"" + fresh + "\"}");
        assertThat(again.json().path("ipv4")).isEqualTo(rotated.json().path("ipv4"));
        assertThat(register(PRO, old).status()).isEqualTo(409);
    }

    @Test
    void rotation_withoutOverlap_leavesOneKey() {
        var made = register(PRO, newKey());

        var rotated = server.call(
                "PUT",
                DEVICES + "/" + id(made) + "/public-key",
                PRO,
                "{\"public_key\":\"" + newKey() + "\",\"overlap_s\":0}");

        assertThat(rotated.json().has("previous")).isFalse();
        assertThat(server.call("GET", DEVICES, PRO, "").json().path("devices")).hasSize(1);
    }

    @Test
    void removedDevice_isGone_andItsKeyIsFree() {
        var publicKey = newKey();
        var made = register(PRO, publicKey);

        assertThat(server.call("DELETE", DEVICES + "/" + id(made), PRO, "").status())
                .isEqualTo(204);

        assertThat(server.call("DELETE", DEVICES + "/" + id(made), PRO, "").status())
                .isEqualTo(404);
        var next = register(key("other", "basic"), publicKey);
        assertThat(next.status()).isEqualTo(201);
        assertThat(next.json().path("ipv4")).isNotEqualTo(made.json().path("ipv4"));
        var report = server.call(
                "DELETE", DEVICES + "/" + id(next), key("other", "basic"), "", "Prefer", "return=representation");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().path("pending")).hasSize(3);
    }

    @Test
    void eleventhDevice_isRefused() {
        IntStream.range(0, 10)
                .forEach(_ -> assertThat(register(PRO, newKey()).status()).isEqualTo(201));

        assertThat(register(PRO, newKey()).status()).isEqualTo(409);
        assertThat(register(key("other", "pro"), newKey()).status()).isEqualTo(201);
    }

    @Test
    void keyOfALegacyPeer_becomesTheDevices_ifTheUserIsTheSame() {
        var publicKey = newKey();
        server.postJson("/api/provision", PRO, "{\"public_key\":\"" + publicKey + "\"}");

        assertThat(register(key("mallory", "pro"), publicKey).status()).isEqualTo(409);
        assertThat(register(PRO, publicKey).status()).isEqualTo(201);

        assertThat(server.postJson("/api/provision", PRO, "{\"public_key\":\"" + publicKey + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(server.call("GET", "/api/v1/account", PRO, "")
                        .json()
                        .path("usage")
                        .path("legacy_peers")
                        .intValue())
                .isZero();
    }

    @Test
    void keyOfAGateway_isRefused() {
        var gateway = server.call("GET", "/api/v1/relays", PRO, "")
                .json()
                .path("relays")
                .get(0)
                .path("public_key");

        assertThat(register(PRO, gateway.textValue()).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\"}",
                "{\"public_key\":\"xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\"}",
                "{\"public_key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"name\":\"x\"}",
                "{\"public_key\":\"xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\",\"name\":\"a\\nb\"}",
                "[]",
                "nonsense"
            })
    void malformedDevice_isRefusedAsAProblem(String body) {
        var reply = server.call("POST", DEVICES, PRO, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void manyDevicesAtOnce_neverShareAnAddress() throws InterruptedException, ExecutionException {
        var addresses = new HashSet<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 100)
                    .mapToObj(i -> pool.submit(() -> register(key("user" + i % 20, "pro"), newKey())))
                    .toList();
            for (var call : calls) {
                addresses.add(call.get().json().path("ipv4").textValue());
            }
        }
        assertThat(addresses).hasSize(100);
    }

    @Test
    void withoutANetworkForDevices_theOperatorSaysSo() {
        server.close();
        var settings = TestServer.settings(directory);
        server = TestServer.start(settings.withFleet(
                new org.ginnel.provisioning.fleet.Fleet(settings.fleet().gateways())));

        assertThat(register(PRO, newKey()).status()).isEqualTo(501);
        assertThat(List.of(server.call("GET", DEVICES, PRO, "").status())).containsExactly(200);
    }
}
