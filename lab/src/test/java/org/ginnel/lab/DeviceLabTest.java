// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.operator.Operator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `/api/v1` from end to end: the real service, the real agents, real WireGuard on both sides.
@Timeout(180)
class DeviceLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Demo demo;
    private static DeviceView device;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
        device = new DeviceView(demo);
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

        var client = device.onClient("ginnel0");
        assertThat(client.key()).isEqualTo(demo.lab().gateway("gw1").publicKey());
        assertThat(client.hasHandshake()).isTrue();
        var server = device.peer("gw1");
        assertThat(server.hasHandshake()).isTrue();
        assertThat(server.allowedIps()).allMatch(ip -> ip.startsWith("10.64.0.") || ip.startsWith("fddd:2c4:2c4:3::"));
        assertThat(client.presharedKey()).isPresent().isEqualTo(server.presharedKey());
        assertThat(device.status().path("key").path("post_quantum").booleanValue())
                .isTrue();
        assertThat(demo.ginnel("status").orThrow().out()).contains("post-quantum:");
        device.assertLeavesFrom("gw1");
    }

    @Test
    void anotherServer_isConnectedTo_withTheSameKey_andNobodyAtTheApi() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var first = device.peer("gw1").key();
        demo.operator().stopApi();
        try {
            demo.ginnel("connect", "de-fra-1", "--wait").orThrow();

            assertThat(device.peer("gw2").key()).isEqualTo(first);
            assertThat(device.peer("gw2").hasHandshake()).isTrue();
            device.assertLeavesFrom("gw2");
        } finally {
            demo.operator().startApi();
        }
    }

    /// The old key is made to look old while the daemon is away: nobody waits for a day here.
    @Test
    void aKeyThatIsOld_isReplacedWhileNothingRunsOnIt_andTheNextConnectUsesTheNewOne() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var old = device.key();
        var oldSecret = device.onClient("ginnel0").presharedKey();
        demo.ginnel("disconnect").orThrow();
        demo.daemon().stop();
        device.made(Duration.ofDays(2));
        demo.daemon().restart();
        demo.daemon().process().awaitErrorLine(line -> line.contains("Replace: done"), PATIENCE);
        assertThat(device.key()).isNotEqualTo(old);

        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();

        assertThat(device.onClient("ginnel0").presharedKey())
                .isPresent()
                .isNotEqualTo(oldSecret)
                .isEqualTo(device.secrets("gw1").get(device.key()));
        assertThat(device.secrets("gw1"))
                .as("the old key lives on for its overlap")
                .containsKeys(old, device.key());
        assertThat(device.status().path("key").path("post_quantum").booleanValue())
                .isTrue();
        device.assertLeavesFrom("gw1");
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

            device.assertLeavesFrom("gw1");
        } finally {
            home.nft("delete table inet blocking");
        }
    }

    @Test
    void aServerThatDropsAllButWireGuard_isMeasuredByAHandshake() throws IOException {
        var gateway = demo.lab().gateway("gw2");
        gateway.machine().nft("""
                table inet dark {
                  chain input {
                    type filter hook input priority -10
                    ip daddr %s tcp dport 51820 drop
                  }
                }
                """.formatted(gateway.addresses().endpoint4()));
        try {
            var servers = JSON.readTree(
                    demo.ginnel("servers", "--measure", "--json").orThrow().out());

            assertThat(servers.path("servers")).anySatisfy(server -> {
                assertThat(server.path("id").textValue()).isEqualTo("de-fra-1");
                assertThat(server.path("latency").path("round_trip_ms").doubleValue())
                        .isBetween(40.0, 400.0);
            });
        } finally {
            gateway.machine().nft("delete table inet dark");
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

        device.assertLeavesFrom("gw1");
    }
}
