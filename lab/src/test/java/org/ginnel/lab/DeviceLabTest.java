// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.echo.EchoConnection;
import org.ginnel.lab.echo.EchoStream;
import org.ginnel.lab.gateway.Seen;
import org.ginnel.lab.operator.Operator;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `/api/v1` from end to end: the real service, the real agents, real WireGuard on both sides.
@Timeout(180)
class DeviceLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @AfterEach
    void disconnect() {
        demo.ginnel("disconnect").orThrow();
    }

    @Test
    void connected_bothSidesHaveTheSamePresharedKey_thatNoConfigEverHeld() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();

        var client = onClient("ginnel0");
        assertThat(client.key()).isEqualTo(demo.lab().gateway("gw1").publicKey());
        assertThat(client.hasHandshake()).isTrue();
        var server = peer("gw1");
        assertThat(server.hasHandshake()).isTrue();
        assertThat(server.allowedIps()).allMatch(ip -> ip.startsWith("10.64.0.") || ip.startsWith("fddd:2c4:2c4:3::"));
        assertThat(client.presharedKey()).isPresent().isEqualTo(server.presharedKey());
        assertThat(status().path("key").path("post_quantum").booleanValue()).isTrue();
        assertThat(demo.ginnel("status").orThrow().out()).contains("post-quantum:");
        assertLeavesFrom("gw1");
    }

    @Test
    void anotherServer_isConnectedTo_withTheSameKey_andNobodyAtTheApi() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var first = peer("gw1").key();
        demo.operator().stopApi();
        try {
            demo.ginnel("connect", "de-fra-1", "--wait").orThrow();

            assertThat(peer("gw2").key()).isEqualTo(first);
            assertThat(peer("gw2").hasHandshake()).isTrue();
            assertLeavesFrom("gw2");
        } finally {
            demo.operator().startApi();
        }
    }

    /// The old key is made to look old while the daemon is away: nobody waits for a day here.
    @Test
    void aKeyThatIsOld_isReplacedWhileNothingRunsOnIt_andTheNextConnectUsesTheNewOne() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var old = key();
        var oldSecret = onClient("ginnel0").presharedKey();
        demo.ginnel("disconnect").orThrow();
        demo.daemon().stop();
        made(Duration.ofDays(2));
        demo.daemon().restart();
        demo.daemon().process().awaitErrorLine(line -> line.contains("Replace: done"), PATIENCE);
        assertThat(key()).isNotEqualTo(old);

        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();

        assertThat(onClient("ginnel0").presharedKey())
                .isPresent()
                .isNotEqualTo(oldSecret)
                .isEqualTo(secrets("gw1").get(key()));
        assertThat(secrets("gw1")).as("the old key lives on for its overlap").containsKeys(old, key());
        assertThat(status().path("key").path("post_quantum").booleanValue()).isTrue();
        assertLeavesFrom("gw1");
    }

    @Test
    void aKeyThatIsChangedUnderATunnel_isReplacedBesideIt_andNoProgramNotices() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var old = key();
        var since = status().path("tunnel").path("since").textValue();
        var sightings = demo.lab().sightings();
        var streams = List.of(
                EchoStream.start(demo.client().machine(), Family.IPV4),
                EchoStream.start(demo.client().machine(), Family.IPV6));
        try (var connection = EchoConnection.open(demo.client().machine(), Family.IPV4)) {
            connection.ask();
            demo.ginnel("settings", "keys", "now").orThrow();
            demo.daemon().process().awaitErrorLine(line -> line.contains("Switching on Proven -> Connected"), PATIENCE);
            for (var i = 0; i < 100; i++) {
                connection.ask();
            }

            assertThat(key()).isNotEqualTo(old);
            assertThat(peer("gw1").hasHandshake()).isTrue();
            assertThat(onClient("ginnel1").presharedKey())
                    .isPresent()
                    .isEqualTo(secrets("gw1").get(key()));
            assertThat(status().path("tunnel").path("since").textValue()).isEqualTo(since);
            assertLeavesFrom("gw1");
            connection.ask();
        }
        assertThat(streams)
                .allSatisfy(
                        stream -> assertThat(stream.stop(LAST_ANSWERS).lost()).isZero());
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    @Test
    void aServerThatIsOutOfReachAtItsFirstEndpoint_isConnectedToAtAnother() throws IOException {
        var home = demo.lab().machine("home");
        home.nft("""
                table inet blocking {
                  chain forward {
                    type filter hook forward priority -10
                    ip daddr %s udp dport 51820 drop
                  }
                }
                """.formatted(demo.lab().gateway("gw1").addresses().endpoint4()));
        try {
            demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();

            assertLeavesFrom("gw1");
        } finally {
            home.nft("delete table inet blocking");
        }
    }

    @Test
    void loggedOut_theDeviceIsGoneFromEveryServer_andALoginMakesAnother() throws IOException {
        demo.ginnel("logout").orThrow();
        for (var gateway : List.of("gw1", "gw2", "gw3")) {
            assertThat(demo.lab().gateway(gateway).peers()).as(gateway).isEmpty();
        }

        demo.ginnel("login", demo.operator().key("alice", "pro"), "--api", Operator.API)
                .orThrow();
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();

        assertLeavesFrom("gw1");
    }

    private static void assertLeavesFrom(String gateway) throws IOException {
        var expected = demo.lab().gateway(gateway).addresses();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(expected.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(expected.exit6());
    }

    private static Seen onClient(String device) throws IOException {
        var peers = Seen.on(demo.client().machine().run().resolve("wireguard").resolve(device + ".sock"));
        assertThat(peers).hasSize(1);
        return peers.getFirst();
    }

    /// The peer with the key in use.
    private static Seen peer(String gateway) throws IOException {
        var key = key();
        return demo.lab().gateway(gateway).peers().stream()
                .filter(peer -> peer.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<PublicKey, Optional<PresharedKey>> secrets(String gateway) throws IOException {
        return demo.lab().gateway(gateway).peers().stream().collect(Collectors.toMap(Seen::key, Seen::presharedKey));
    }

    /// The key in use, as the daemon keeps it.
    private static PublicKey key() throws IOException {
        var kept = JSON.readTree(Files.readAllBytes(stateFile()))
                .path("login")
                .path("device")
                .path("inUse")
                .path("privateKey");
        return PrivateKey.parse(kept.textValue()).orElseThrow().publicKey();
    }

    /// The key in use was made so long ago.
    private static void made(Duration ago) throws IOException {
        var state = (ObjectNode) JSON.readTree(Files.readAllBytes(stateFile()));
        ((ObjectNode) state.path("login").path("device").path("inUse"))
                .put("made", Instant.now().minus(ago).toString());
        Files.write(stateFile(), JSON.writeValueAsBytes(state));
    }

    private static Path stateFile() {
        return demo.daemon().state().resolve("state.json");
    }

    private static JsonNode status() throws IOException {
        return JSON.readTree(demo.ginnel("status", "--json").orThrow().out());
    }
}
