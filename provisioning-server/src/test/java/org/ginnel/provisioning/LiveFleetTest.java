// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.DesiredState;
import org.ginnel.peering.MalformedPeeringException;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.PeerUse;
import org.ginnel.peering.PeeringCodec;
import org.ginnel.peering.UseReport;
import org.ginnel.provisioning.api.Origins;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.Stores;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is applied while the service runs, with gateways and clients that are there.
class LiveFleetTest {
    private static final String TOKEN = "a".repeat(40);
    private static final String ALICE = key("alice", "basic");

    @TempDir
    private Path directory;

    private final PeeringCodec codec = new PeeringCodec();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(
                TestServer.settings(directory).withWaits(Duration.ofMillis(500), Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String servers(String tier) {
        return """
            devices: {ipv4: 10.64.0.0/12}
            servers:
              - {id: x-1, name: X, endpoint: 192.0.2.1, port: 51820, region: x, country: X, tier: %s, latitude: 0,
                 longitude: 0, ipv4: 10.7.0.0/24, weight: 2, capacity: 100, agent_token: %s}
              - {id: x-3, name: Z, endpoint: 192.0.2.3, port: 51820, region: x, country: X, tier: basic, latitude: 0,
                 longitude: 0, ipv4: 10.7.0.0/24, public_key: xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=}
            """.formatted(tier, TOKEN);
    }

    /// As the command does it, in a process of its own.
    private void apply(String tier, String users) {
        try (var beside = Database.join(directory.resolve("test.db"))) {
            var wanted = Blueprint.parse((users + servers(tier)).getBytes(StandardCharsets.UTF_8));
            Stores.of(beside, Clock.systemUTC()).fleets().apply(wanted, Actor.OPERATOR, true);
        } catch (FleetFileException e) {
            throw new AssertionError(e);
        }
        server.postJson("/api/revoke", key("x", "pro"), "{\"client_name\":\"nobody\"}"); // any commit shows it
    }

    private Desired poll(String query) {
        var reply = server.get("/agent/v1/peers" + query, "Authorization", "Bearer " + TOKEN);
        try {
            return codec.decodeDesired(reply.text().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedPeeringException e) {
            throw new AssertionError(reply.text(), e);
        }
    }

    private int agent(String path, String body) {
        return server.post(path, body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json")
                .status();
    }

    private void report(Desired desired, PeerSet peers) {
        var report = new AppliedReport(desired.revision(), peers.peers().size(), peers.hash(), 0, Optional.empty());
        assertThat(agent("/agent/v1/applied", codec.encode(report))).isEqualTo(200);
    }

    private String register() {
        var key = PrivateKey.generate(new SecureRandom()).publicKey().base64();
        var reply =
                server.call("POST", "/api/v1/devices", ALICE, "{\"name\":\"laptop\",\"public_key\":\"" + key + "\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").textValue();
    }

    @Test
    void clients_seeOtherServers_withoutARestart() {
        assertThat(server.get("/api/servers", "X-API-Key", ALICE).json().path("servers"))
                .hasSize(3);

        apply("basic", "");

        var servers = server.get("/api/servers", "X-API-Key", ALICE).json().path("servers");
        assertThat(servers).hasSize(2);
        assertThat(servers.get(0).path("id").textValue()).isEqualTo("x-1");
        assertThat(servers.get(0).path("weight").doubleValue()).isEqualTo(2);
        assertThat(servers.get(0).path("capacity").doubleValue()).isEqualTo(100);
        server.close();
        server = TestServer.start(directory);
        assertThat(server.get("/api/servers", "X-API-Key", ALICE).json().path("servers"))
                .hasSize(2);
    }

    @Test
    void waitingAgent_isToldAtOnce_andEverythingWhereItsPeersAreOthers() {
        apply("basic", "");
        register();
        var first = (DesiredState) poll("");
        assertThat(first.peers().peers()).hasSize(1);
        report(first, first.peers());
        var waiting = CompletableFuture.supplyAsync(() -> poll("?changes=1&wait=10&after=" + first.revision()));

        apply("pro", "");

        var next = waiting.join();
        assertThat(next).isInstanceOf(DesiredState.class);
        assertThat(((DesiredState) next).peers().peers()).isEmpty();
        report(next, new PeerSet(List.of()));
        apply("basic", "");
        assertThat(((DesiredState) poll("?changes=1&after=" + next.revision()))
                        .peers()
                        .peers())
                .hasSize(1);
    }

    @Test
    void suspendedUser_isRefusedEverywhere_untilLetInAgain() {
        apply("basic", "users: [{id: alice, tier: basic, suspended: true}]\n");

        assertThat(server.call("GET", "/api/v1/devices", ALICE, "").status()).isEqualTo(403);
        assertThat(server.get("/api/servers", "X-API-Key", ALICE).text()).contains("suspended");
        apply("basic", "users: [{id: alice, tier: pro}]\n");
        assertThat(server.call("GET", "/api/v1/account", ALICE, "")
                        .json()
                        .path("tier")
                        .path("id")
                        .textValue())
                .isEqualTo("pro");
    }

    @Test
    void userWithALimitOfItsOwn_hasThatOne() {
        apply("basic", "users: [{id: alice, tier: basic, max_devices: 1}]\n");
        register();
        var key = PrivateKey.generate(new SecureRandom()).publicKey().base64();

        assertThat(server.call("POST", "/api/v1/devices", ALICE, "{\"name\":\"b\",\"public_key\":\"" + key + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(server.call("GET", "/api/v1/account", ALICE, "")
                        .json()
                        .path("limits")
                        .path("devices")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void useAndLoad_comeFromTheAgent_toTheUserAndTheClients() {
        apply("basic", "");
        var id = register();
        var key = PublicKey.parse(server.call("GET", "/api/v1/devices/" + id, ALICE, "")
                        .json()
                        .path("public_key")
                        .textValue())
                .orElseThrow();
        var seen = Instant.now().minusSeconds(5).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var use = new UseReport(0.33, List.of(new PeerUse(key, 100, 2000, Optional.of(seen))));

        assertThat(agent("/agent/v1/use", codec.encode(use))).isEqualTo(200);

        var day = server.call("GET", "/api/v1/devices/" + id + "/usage", ALICE, "")
                .json()
                .path("days")
                .get(0);
        assertThat(day.path("sent_bytes").intValue()).isEqualTo(100);
        assertThat(day.path("received_bytes").intValue()).isEqualTo(2000);
        assertThat(day.path("last_handshake").textValue()).isEqualTo(seen.toString());
        var account = server.call("GET", "/api/v1/account", ALICE, "").json();
        assertThat(account.path("held").path("devices").get(0).path("usage")).hasSize(1);
        assertThat(server.call("GET", "/api/v1/devices/" + id + "/usage", key("mallory", "pro"), "")
                        .status())
                .isEqualTo(404);
        var relay = server.call("GET", "/api/v1/relays", ALICE, "").json().path("relays");
        assertThat(relay.get(0).path("load").doubleValue()).isEqualTo(0.35);
        assertThat(relay.get(1).has("load")).isFalse();
        assertThat(server.raw("/metrics")).contains("ginnel_gateway_load{server=\"x-1\"} 0.35");
    }

    @Test
    void webhookThatIsApplied_isToldWhatFollows() throws IOException, InterruptedException {
        var told = new LinkedBlockingQueue<String>();
        var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        try {
            var url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
            apply("basic", "webhooks: [{url: '" + url + "', secret: " + "s".repeat(32) + ", may_be_private: true}]\n");
            var event = "";
            while (!event.contains("device.registered")) { // the service begins to tell within half a second
                register();
                event = Optional.ofNullable(told.poll(2, TimeUnit.SECONDS)).orElse("");
            }

            assertThat(event).contains("\"actor\":\"user:alice\"").doesNotContain("ssss");
        } finally {
            listener.stop(0);
        }
    }

    @Test
    void hostileUse_isRefused_orCountsForNothing() {
        apply("basic", "");
        var many = "{\"public_key\":\"GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=\",\"received\":1,\"sent\":1},"
                .repeat(257);
        for (var body : List.of(
                "{}",
                "{\"load\":2,\"peers\":[]}",
                "{\"load\":0,\"peers\":[{}]}",
                "{\"load\":\"NaN\",\"peers\":[]}",
                "{\"load\":0,\"peers\":[" + many.substring(0, many.length() - 1) + "]}",
                "{\"load\":0,\"peers\":[{\"public_key\":\"GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=\","
                        + "\"received\":-1,\"sent\":0}]}",
                "{\"load\":0,\"peers\":[{\"public_key\":\"GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=\","
                        + "\"received\":1,\"sent\":0,\"handshake_s\":9223372036854775807}]}")) {
            assertThat(agent("/agent/v1/use", body)).as(body).isEqualTo(400);
        }
        var nobodys = new UseReport(
                0, List.of(new PeerUse(PrivateKey.generate(new SecureRandom()).publicKey(), 1, 1, Optional.empty())));
        assertThat(agent("/agent/v1/use", codec.encode(nobodys))).isEqualTo(200);
        assertThat(server.post("/agent/v1/use", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void behindAProxy_callersAreToldApart_andNobodyElseIsBelieved() {
        server.close();
        server = TestServer.start(TestServer.settings(directory)
                .withOrigins(new Origins(
                        List.of(IpNetwork.parse("127.0.0.0/8").orElseThrow()), Origins.Header.X_FORWARDED_FOR)));

        assertThat(server.get("/api/whoami", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-For", "192.0.2.7")
                        .text())
                .isEqualTo("{\"address\":\"192.0.2.7\"}");
        for (int i = 0; i < 40; i++) {
            server.get("/api/servers", "X-API-Key", "wrong", "X-Forwarded-For", "192.0.2.7");
        }
        assertThat(server.get("/api/servers", "X-API-Key", "wrong", "X-Forwarded-For", "192.0.2.7")
                        .status())
                .isEqualTo(429);
        assertThat(server.get("/api/servers", "X-API-Key", "wrong", "X-Forwarded-For", "192.0.2.8")
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/metrics", "X-Forwarded-For", "127.0.0.1").status())
                .isEqualTo(401);
    }
}
