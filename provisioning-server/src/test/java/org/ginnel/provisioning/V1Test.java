// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.ginnel.agreement.Offer;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.TokenStore;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rest of `/api/v1`: servers, account, keys and limits. Every answer is checked against the description.
class V1Test {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Executor CALLERS =
            task -> Thread.ofVirtual().name("caller").start(task);
    private static final String PRO = key("testuser", "pro");

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

    private TestServer.Reply get(String path, String key) {
        return server.call("GET", "/api/v1/" + path, key, "");
    }

    @Test
    void relays_areThoseOfTheTier_withTheGatewayThatDevicesUse() {
        var pro = get("relays", PRO);
        var basic = get("relays", key("u", "basic"));

        assertThat(pro.json().path("relays")).hasSize(15);
        assertThat(basic.json().path("relays")).hasSize(3);
        assertThat(basic.json().path("tier").textValue()).isEqualTo("basic");
        assertThat(pro.json().path("relays").get(0).path("ipv4_gateway").textValue())
                .isEqualTo("10.64.0.1");
        assertThat(pro.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void relays_thatTheCallerHas_areNotSentAgain() {
        var tag = get("relays", PRO).header("ETag");

        for (var tags : Set.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var reply = server.call("GET", "/api/v1/relays", PRO, "", "If-None-Match", tags);
            assertThat(reply.status()).as(tags).isEqualTo(304);
            assertThat(reply.text()).isEmpty();
            assertThat(reply.header("ETag")).isEqualTo(tag);
        }
        assertThat(server.call("GET", "/api/v1/relays", PRO, "", "If-None-Match", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(get("relays", key("u", "basic")).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void databaseThatTakesNothing_isToldOf_andNothingIsDone() throws SQLException {
        var device =
                "{\"public_key\":\"" + PrivateKey.generate(RANDOM).publicKey().base64() + "\",\"name\":\"phone\"}";
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("test.db"));
                var lock = other.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");

            var reply = server.call("POST", "/api/v1/devices", PRO, device);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("type").textValue()).isEqualTo("urn:ginnel:problem:unhealthy");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
        }
        assertThat(get("devices", PRO).json().path("devices")).isEmpty();
    }

    @Test
    void account_tellsEverythingThatIsHeld() {
        var token = token("testuser", "pro", Permission.ofUsers(), Optional.empty());
        var publicKey = PrivateKey.generate(RANDOM).publicKey().base64();
        server.call("POST", "/api/v1/devices", token, "{\"public_key\":\"" + publicKey + "\",\"name\":\"phone\"}");
        server.postJson("/api/provision", token, "{}");

        var account = get("account", token).json();

        assertThat(account.path("user").textValue()).isEqualTo("testuser");
        assertThat(account.path("tier").path("id").textValue()).isEqualTo("pro");
        assertThat(account.path("limits").path("devices").intValue()).isEqualTo(10);
        assertThat(account.path("usage").path("devices").intValue()).isEqualTo(1);
        assertThat(account.path("held")
                        .path("devices")
                        .get(0)
                        .path("public_key")
                        .textValue())
                .isEqualTo(publicKey);
        assertThat(account.path("held").path("legacy_peers")).hasSize(1);
        assertThat(account.path("held").path("tokens").get(0).path("scopes")).hasSize(4);
        assertThat(account.toString()).doesNotContain(token.substring(16, 59));
    }

    /// Made by another process, as the command line does.
    private String token(String user, String tier, Set<Permission> permissions, Optional<Instant> ends) {
        var token = AccessToken.generate(RANDOM);
        try (var database = Database.join(directory.resolve("test.db"))) {
            new TokenStore(database, Clock.systemUTC())
                    .create(token, new Caller(user, tier), permissions, "test", ends);
        }
        for (int i = 0; get("relays", token.reveal()).status() == 401 && i < 1000 && ends.isEmpty(); i++) {
            server.postJson("/api/revoke", PRO, "{\"client_name\":\"nobody\"}"); // its commit shows what others did
        }
        return token.reveal();
    }

    @Test
    void token_opensBothSurfaces_inEitherHeader() {
        var token = token("alice", "basic", Permission.ofUsers(), Optional.empty());

        assertThat(token)
                .matches("gk_[a-z2-7]{12}_[A-Za-z0-9_-]{43}_[0-9A-Za-z]{6}")
                .hasSize(66);
        assertThat(server.get("/api/servers", "X-API-Key", token).json().path("servers"))
                .hasSize(3);
        assertThat(server.get("/api/v1/relays", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
        assertThat(server.postJson("/api/provision", token, "{}").status()).isEqualTo(200);
    }

    @Test
    void token_opensOnlyWhatItsScopesSay() {
        var token = token("alice", "pro", EnumSet.of(Permission.RELAYS_READ), Optional.empty());

        assertThat(get("relays", token).status()).isEqualTo(200);
        assertThat(get("devices", token).status()).isEqualTo(403);
        assertThat(get("account", token).status()).isEqualTo(403);
        assertThat(server.postJson("/api/provision", token, "{}").status()).isEqualTo(403);
    }

    @Test
    void token_thatEndedWasRevokedOrIsMistyped_opensNothing() {
        var ended = token(
                "alice", "pro", Permission.ofUsers(), Optional.of(Instant.now().minusSeconds(1)));
        var token = token("alice", "pro", Permission.ofUsers(), Optional.empty());
        var mistyped = token.substring(0, 30) + (token.charAt(30) == 'a' ? 'b' : 'a') + token.substring(31);

        assertThat(get("relays", ended).status()).isEqualTo(401);
        assertThat(get("relays", mistyped).status()).isEqualTo(401);
        try (var database = Database.join(directory.resolve("test.db"))) {
            assertThat(new TokenStore(database, Clock.systemUTC()).revoke(token.substring(3, 15)))
                    .isTrue();
        }
        server.postJson("/api/revoke", PRO, "{\"client_name\":\"nobody\"}");
        assertThat(get("relays", token).status()).isEqualTo(401);
    }

    @Test
    void database_holdsNoTokenAndNoPrivateKey() throws java.io.IOException {
        var token = token("alice", "pro", Permission.ofUsers(), Optional.empty());
        var config = server.postJson("/api/provision", token, "{}")
                .json()
                .path("config")
                .textValue();
        var privateKey = config.lines()
                .filter(l -> l.startsWith("PrivateKey = "))
                .findFirst()
                .orElseThrow()
                .substring(13);
        server.close();

        var bytes = new String(
                java.nio.file.Files.readAllBytes(directory.resolve("test.db")),
                java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain(token.substring(16, 59)).doesNotContain(privateKey);
        assertThat(bytes)
                .doesNotContain(new String(
                        Base64.getDecoder().decode(privateKey), java.nio.charset.StandardCharsets.ISO_8859_1));
        server = TestServer.start(directory);
    }

    @Test
    void presharedKey_isAgreedWithoutTravelling() {
        var publicKey = PrivateKey.generate(RANDOM).publicKey();
        var id = server.call(
                        "POST",
                        "/api/v1/devices",
                        PRO,
                        "{\"public_key\":\"" + publicKey.base64() + "\",\"name\":\"phone\"}")
                .json()
                .path("id")
                .textValue();
        var offer = Offer.generate();

        var reply = psk(id, offer.encapsulationKey());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("quantum_safe").booleanValue()).isTrue();
        var ciphertext =
                Base64.getDecoder().decode(reply.json().path("ciphertext").textValue());
        var secret = offer.finish(ciphertext, publicKey).orElseThrow();
        assertThat(reply.text()).doesNotContain(secret.base64());
        assertThat(psk(id, new byte[1568 - 1]).status()).isEqualTo(400);
        assertThat(psk("nobody", offer.encapsulationKey()).status()).isEqualTo(404);
    }

    private TestServer.Reply psk(String id, byte[] encapsulationKey) {
        return server.call(
                "POST",
                "/api/v1/devices/" + id + "/psk",
                PRO,
                "{\"encapsulation_key\":\"" + Base64.getEncoder().encodeToString(encapsulationKey) + "\"}");
    }

    @Test
    void keyThatCallsWithoutEnd_isToldToWait_andOthersAreNot() {
        var refused = IntStream.range(0, 400) // all at once: the slower the machine, the more is free again meanwhile
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> get("devices", PRO), CALLERS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(reply -> reply.status() == 429)
                .toList();

        assertThat(refused).isNotEmpty();
        assertThat(Integer.parseInt(refused.getFirst().header("Retry-After"))).isBetween(1, 2);
        assertThat(get("devices", key("other", "pro")).status()).isEqualTo(200);
    }

    @Test
    void problems_areProblems() {
        assertThat(server.get("/api/v1/relays").contentType()).isEqualTo("application/problem+json");
        assertThat(server.get("/api/v1/relays").status()).isEqualTo(401);
        assertThat(server.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(server.call("PATCH", "/api/v1/devices", PRO, "{}").header("Allow"))
                .isEqualTo("GET, POST");
    }

    @Test
    void metrics_areForThisMachine_andCountRoutesNotPaths() {
        get("devices/nobody", PRO);
        server.get("/no/such/path");

        var text = server.raw("/metrics");

        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E-]+"))
                .contains("ginnel_calls_total{method=\"GET\",route=\"/api/v1/devices/{id}\",status=\"404\"} 1")
                .anyMatch(line -> line.startsWith("ginnel_heap_bytes"));
        assertThat(text).doesNotContain("nobody", "/no/such");
        assertThat(server.get("/metrics", "X-Forwarded-For", "192.0.2.1").status())
                .isEqualTo(401);
    }

    @Test
    void description_isServedToAnybody() {
        assertThat(server.get("/api/v1/openapi.json").json().path("openapi").textValue())
                .isEqualTo("3.1.0");
    }

    @Test
    void overlap_endsByItself() {
        var made =
                server.call("POST", "/api/v1/devices", PRO, "{\"public_key\":\"" + newKey() + "\",\"name\":\"phone\"}");
        var path = "/api/v1/devices/" + made.json().path("id").textValue();
        server.call("PUT", path + "/public-key", PRO, "{\"public_key\":\"" + newKey() + "\",\"overlap_s\":1}");
        assertThat(get(path.substring(8), PRO).json().has("previous")).isTrue();

        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (server.get("/api/v1" + path.substring(7), "X-API-Key", key("testuser", "pro"))
                .json()
                .has("previous")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static String newKey() {
        return PublicKey.of(PrivateKey.generate(RANDOM).publicKey().bytes()).base64();
    }
}
