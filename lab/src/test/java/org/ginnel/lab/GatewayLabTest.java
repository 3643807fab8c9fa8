// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tunnel to a gateway works, told by the other side: the tests that prove a way can be believed.
class GatewayLabTest {
    private final PrivateKey key = PrivateKey.generate(new SecureRandom());
    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start(LabPlan.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
    }

    @Test
    void tunnel_leavesFromTheGatewayItGoesTo() throws IOException {
        for (var name : new String[] {"gw1", "gw2"}) {
            var gateway = lab.gateway(name);
            gateway.addPeer(key.publicKey(), "10.7.0.2/32", "fddd:2c4:2c4:2c4::2/128");
            try (var _ = tunnelTo(name)) {
                var before = lab.sightings();
                assertThat(lab.client().exitSeenBy(Family.IPV4))
                        .isEqualTo(gateway.addresses().exit4());
                assertThat(lab.client().exitSeenBy(Family.IPV6))
                        .isEqualTo(gateway.addresses().exit6());
                var seen = lab.sightings().since(before);
                assertThat(seen.tunnel()).isGreaterThan(8);
                assertThat(seen.leaked()).isZero();
            }
            assertThat(gateway.peers()).singleElement().satisfies(peer -> {
                assertThat(peer.key()).isEqualTo(key.publicKey());
                assertThat(peer.hasHandshake()).isTrue();
                assertThat(peer.rxBytes()).isPositive();
            });
        }
    }

    @Test
    void resolverInTheTunnel_isTheGatewaysOwn() throws IOException {
        lab.gateway("gw2").addPeer(key.publicKey(), "10.7.0.2/32", "fddd:2c4:2c4:2c4::2/128");
        Files.writeString(lab.client().machine().etc().resolve("resolv.conf"), "nameserver 10.7.0.1\n");
        try (var _ = tunnelTo("gw2")) {
            var at = lab.gateway("gw2").addresses();
            assertThat(lab.client().lookUp(Addresses.WHO_NAME)).containsExactlyInAnyOrder(at.exit4(), at.exit6());
            assertThat(lab.resolver("gw2").asked()).contains(Addresses.WHO_NAME);
            assertThat(lab.resolver("home").asked()).isEmpty();
        }
    }

    @Test
    void removedPeer_isShutOut() throws IOException {
        var gateway = lab.gateway("gw1");
        gateway.addPeer(key.publicKey(), "10.7.0.2/32");
        gateway.removePeer(key.publicKey());
        assertThat(gateway.peers()).isEmpty();
    }

    @Test
    void close_endsWhateverRunsInTheMachines() throws IOException {
        var sleeper = lab.client().start(Map.of(), "sleep", "1000");
        var orphan = lab.client()
                .run("bash", "-c", "setsid sleep 1000 >/dev/null 2>&1 & echo $!")
                .out()
                .strip();
        assertThat(ProcessHandle.of(Long.parseLong(orphan))).isPresent();
        lab.close();
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(ProcessHandle.of(Long.parseLong(orphan)).filter(ProcessHandle::isAlive))
                .isEmpty();
        lab = Lab.start(LabPlan.DEFAULT);
        assertThat(lab.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
    }

    /// As `wg-quick` would do it, without its policy routing: the target and the resolver go into the tunnel.
    private Running tunnelTo(String name) {
        var gateway = lab.gateway(name);
        var engine = lab.client()
                .start(Map.of("WG_PROCESS_FOREGROUND", "1", "LOG_LEVEL", "verbose"), "wireguard-go", "-f", "tunnel0");
        engine.awaitLine(line -> line.contains("UAPI listener started"), Duration.ofSeconds(10));
        var wg = lab.client()
                .start(
                        Map.of(),
                        "wg",
                        "set",
                        "tunnel0",
                        "private-key",
                        "/dev/stdin",
                        "peer",
                        gateway.publicKey().base64(),
                        "endpoint",
                        gateway.addresses().endpoint4() + ":51820",
                        "allowed-ips",
                        "0.0.0.0/0,::/0");
        try (var input = wg.input()) {
            input.write(key.base64().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        wg.await(Duration.ofSeconds(5)).orThrow();
        lab.client().machine().ip("""
                addr add 10.7.0.2/32 dev tunnel0
                addr add fddd:2c4:2c4:2c4::2/128 dev tunnel0 nodad
                link set tunnel0 mtu 1420 up
                route add 192.0.2.0/24 dev tunnel0
                route add 2001:db8:80::/64 dev tunnel0
                route add 10.7.0.1/32 dev tunnel0
                """);
        return engine;
    }
}
