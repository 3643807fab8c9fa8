// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.ginnel.daemon.linux.device.Peer;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.probe.DnsAndEchoProver;
import org.ginnel.daemon.process.SystemCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// All ports of the machine together, the way a connection uses them, with a peer that answers.
@Timeout(60)
class LinuxSystemNamespaceTest {
    private static final InetSocketAddress ENDPOINT =
            new InetSocketAddress(InetAddress.ofLiteral("203.0.113.6"), 51820);
    private static final List<InetAddress> OURS =
            List.of(InetAddress.ofLiteral("10.7.0.2"), InetAddress.ofLiteral("fddd:2c4:2c4:2c4::2"));
    private static final List<InetAddress> GATEWAYS =
            List.of(InetAddress.ofLiteral("10.7.0.1"), InetAddress.ofLiteral("fddd:2c4:2c4:2c4::1"));
    private static final Tunnel TUNNEL = new Tunnel(Lane.FIRST, OURS, GATEWAYS, Carries.NEW);

    private final Tools tools = Tools.inNamespaceWithTun();
    private final FarSide far = FarSide.connect(tools);

    @TempDir
    private Path state = Path.of("unset");

    private String before = "";

    @BeforeEach
    void startPeer() {
        before = everything();
        Peer.start(tools, far);
        far.run("ip address add 192.0.2.80/32 dev lo");
        far.run("ip address add 203.0.113.6/32 dev lo");
        far.run("ip link set lo up");
        far.count("inside", "iifname far0 ip daddr 192.0.2.80 icmp type echo-request");
        far.count("outside", "iifname up0 ip daddr 192.0.2.80");
        assertThat(pings()).as("the target is reached without a tunnel").isTrue();
        assertThat(far.arrived("outside")).isOne();
    }

    @AfterEach
    void stopPeer() throws IOException {
        disconnect(open());
        Peer.stop();
        far.close();
    }

    @Test
    void connection_carriesEverythingAndLeavesNoTrace() throws InterruptedException {
        var system = open();
        connect(system);
        assertThat(pings()).isTrue();
        assertThat(far.arrived("inside")).isOne();
        assertThat(far.arrived("outside")).isOne();
        assertThat(system.routes().stand()).isTrue();
        assertThat(system.firewall().stands()).isTrue();
        disconnect(system);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void connection_throughStrictReversePathFilters_works() throws InterruptedException {
        tools.kernelSetting("net/ipv4/conf/all/rp_filter", "1");
        try {
            var system = open();
            connect(system);
            assertThat(pings()).isTrue();
            assertThat(far.arrived("inside")).isOne();
            disconnect(system);
            assertThat(everything()).isEqualTo(before);
        } finally {
            tools.kernelSetting("net/ipv4/conf/all/rp_filter", "0");
        }
    }

    @Test
    void engineKilled_nothingLeavesAndTheNextDaemonCleansUp() throws InterruptedException {
        connect(open());
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains(Plans.DEVICE))
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(pings()).isFalse();
        tools.run("nft flush ruleset");
        assertThat(pings()).as("the second wall, without any firewall").isFalse();
        assertThat(far.arrived("outside")).isOne();
        disconnect(open());
        assertThat(pings()).isTrue();
        assertThat(everything()).isEqualTo(before);
    }

    private LinuxSystem open() {
        return LinuxSystem.open(new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES), state, 0);
    }

    private static void connect(LinuxSystem system) throws InterruptedException {
        var closed = new Closed(Set.of(ENDPOINT), Set.of(), List.of(TUNNEL), false);
        assertThat(system.firewall().apply(closed)).isEmpty();
        assertThat(Objects.requireNonNull(system.devices().get(Lane.FIRST)).start(Plans.device(ENDPOINT), () -> {}))
                .isEmpty();
        assertThat(system.routes().prepare(Plans.routes())).isEmpty();
        var prover = new DnsAndEchoProver(new SecureRandom(), InstantSource.system());
        assertThat(prover.prove(OURS, List.of(), GATEWAYS, Duration.ofSeconds(5)))
                .isPresent();
        assertThat(system.routes().divert(Plans.routes())).isEmpty();
        assertThat(system.dns().use(Plans.dns())).isEmpty();
    }

    private static void disconnect(LinuxSystem system) {
        assertThat(Objects.requireNonNull(system.devices().get(Lane.FIRST)).stop())
                .isEmpty();
        assertThat(system.routes().restore()).isEmpty();
        assertThat(system.dns().restore()).isEmpty();
        assertThat(system.firewall().apply(new Open())).isEmpty();
    }

    private boolean pings() {
        return tools.succeeds("ping -n -c 1 -W 1 192.0.2.80");
    }

    private String everything() {
        try {
            return tools.run("ip -4 rule")
                    + tools.run("ip -6 rule")
                    + tools.run("ip -4 route show table all")
                    + tools.run("ip -6 route show table all")
                    + tools.run("nft list ruleset")
                    + tools.run("ip -br link")
                    + tools.run("sysctl net.ipv4.conf.all.src_valid_mark")
                    + Files.readString(Path.of("/etc/resolv.conf"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
