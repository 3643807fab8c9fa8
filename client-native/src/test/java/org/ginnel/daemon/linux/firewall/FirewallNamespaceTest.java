// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.linux.firewall.Shot.ping;
import static org.ginnel.daemon.linux.firewall.Shot.tcp;
import static org.ginnel.daemon.linux.firewall.Shot.udp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.linux.FarSide;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.NetworkNamespace;
import org.ginnel.daemon.linux.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every policy lets out of a machine, as counted on the wire. Every shot is seen when the firewall is
/// open, so its absence means something.
@Timeout(60)
class FirewallNamespaceTest {
    private static final int MARKED = 40001;
    private static final Shot FENCE = udp("dhcp", "255.255.255.255", 67).from(68);
    private static final List<Shot> SHOTS = List.of(
            udp("web_udp4", "192.0.2.80", 7777),
            udp("web_udp6", "2001:db8:80::80", 7777),
            tcp("web_tcp4", "192.0.2.80", 443),
            tcp("web_tcp6", "2001:db8:80::80", 443),
            ping("ping4", "192.0.2.80"),
            ping("ping6", "2001:db8:80::80"),
            udp("dns_udp4", "192.0.2.53", 53),
            udp("dns_udp6", "2001:db8:80::53", 53),
            tcp("dns_tcp4", "192.0.2.53", 53),
            tcp("dot_tcp4", "192.0.2.53", 853),
            udp("doq_udp6", "2001:db8:80::53", 853),
            udp("dns_lan4", "192.168.77.1", 53),
            tcp("dns_lan_tcp4", "192.168.77.1", 53),
            udp("lan_udp4", "192.168.77.1", 7777),
            tcp("lan_tcp4", "192.168.77.1", 631),
            udp("lan_udp6", "fd00:77::1", 7777),
            udp("lan_10_first", "10.0.0.1", 7777),
            udp("lan_10_last", "10.255.255.254", 7777),
            udp("lan_172_first", "172.16.0.1", 7777),
            udp("lan_172_last", "172.31.255.254", 7777),
            udp("lan_192_last", "192.168.255.254", 7777),
            udp("lan_fc_first", "fc00::1", 7777),
            udp("lan_fd_last", "fdff:ffff::1", 7777),
            udp("beside_9", "9.255.255.254", 7777),
            udp("beside_11", "11.0.0.1", 7777),
            udp("beside_172_15", "172.15.255.254", 7777),
            udp("beside_172_32", "172.32.0.1", 7777),
            udp("beside_192_167", "192.167.255.254", 7777),
            udp("beside_192_169", "192.169.0.1", 7777),
            udp("beside_fb", "fbff::1", 7777),
            udp("beside_fe", "fe00::1", 7777),
            udp("lan_mdns", "224.0.0.251", 5353),
            udp("lan_llmnr", "192.168.77.1", 5355),
            udp("wireguard4", "203.0.113.6", 51820).from(MARKED),
            udp("wireguard4_unmarked", "203.0.113.6", 51820).from(40002),
            udp("wireguard4_port", "203.0.113.6", 51821).from(MARKED),
            udp("wireguard4_address", "203.0.113.7", 51820).from(MARKED),
            tcp("wireguard4_tcp", "203.0.113.6", 51820),
            udp("wireguard6", "2001:db8:11::2", 51820).from(MARKED),
            tcp("api4", "198.51.100.7", 443),
            tcp("api4_port", "198.51.100.7", 80),
            udp("api4_udp", "198.51.100.7", 443),
            tcp("api6", "2001:db8:7::7", 8443),
            udp("dhcp_public", "192.0.2.67", 67).from(68),
            udp("dhcp6", "ff02::1:2", 547).from(546),
            udp("tunnel_dns4", "10.7.0.1", 53),
            tcp("tunnel_dns6", "fddd:2c4:2c4:2c4::1", 53),
            udp("tunnel_other_dns", "198.18.0.53", 53),
            udp("tunnel_udp4", "198.18.0.80", 7777),
            tcp("tunnel_tcp6", "2001:db8:18::80", 443),
            ping("tunnel_ping4", "198.18.0.80"));

    private static final Set<String> LAN = Set.of(
            "lan_udp4",
            "lan_tcp4",
            "lan_udp6",
            "lan_mdns",
            "lan_10_first",
            "lan_10_last",
            "lan_172_first",
            "lan_172_last",
            "lan_192_last",
            "lan_fc_first",
            "lan_fd_last");
    private static final Set<String> TUNNEL =
            Set.of("tunnel_dns4", "tunnel_dns6", "tunnel_udp4", "tunnel_tcp6", "tunnel_ping4");
    private static final Set<String> TUNNEL4 = Set.of("tunnel_dns4", "tunnel_udp4", "tunnel_tcp6", "tunnel_ping4");

    /// What each policy lets out.
    private static final Map<String, List<Set<String>>> ALLOWED = Map.of(
            "nothing", List.of(),
            "blocked", List.of(Set.of("api4")),
            "blocked-lan", List.of(Set.of("api4"), LAN),
            "tunnel-and-api", List.of(Set.of("wireguard4", "api4"), TUNNEL),
            "race-and-api", List.of(Set.of("wireguard4", "wireguard6", "api4", "api6"), TUNNEL),
            "connected", List.of(Set.of("wireguard4"), TUNNEL),
            "connected-lan", List.of(Set.of("wireguard6"), TUNNEL, LAN),
            "connected-ipv4-only", List.of(Set.of("wireguard4"), TUNNEL4));

    private final Tools tools = Tools.inNamespace();
    private final FarSide far = FarSide.connect(tools);
    private final NftFirewall firewall = new NftFirewall(tools.commands(), 0, Path.of("/nonexistent"));

    static Set<String> closedPolicies() {
        return new TreeSet<>(ALLOWED.keySet());
    }

    @BeforeEach
    void layTunnelAndCount() {
        far.cable("ginnel0", "10.7.0.2/24", "10.7.0.1/24", "fddd:2c4:2c4:2c4::2/64", "fddd:2c4:2c4:2c4::1/64");
        tools.run("ip route add 198.18.0.0/24 via 10.7.0.1");
        tools.run("ip -6 route add 2001:db8:18::/48 via fddd:2c4:2c4:2c4::1");
        tools.run("nft add table inet marks");
        tools.run("nft add chain inet marks output { type filter hook output priority -150; }");
        tools.run("nft add rule inet marks output udp sport " + MARKED + " meta mark set " + LinuxNames.MARK);
        FENCE.countAt(far);
        SHOTS.forEach(shot -> shot.countAt(far));
    }

    @AfterEach
    void openAndRemoveCables() {
        assertThat(firewall.apply(new FirewallPolicy.Open())).isEmpty();
        tools.run("nft delete table inet marks");
        far.close();
    }

    @Test
    void open_everyShotIsSeen() throws IOException {
        assertThat(firewall.apply(new FirewallPolicy.Open())).isEmpty();
        assertThat(seen()).containsExactlyInAnyOrderElementsOf(names(SHOTS.stream()));
    }

    @ParameterizedTest
    @MethodSource("closedPolicies")
    void closed_onlyWhatThePolicyAllowsIsSeen(String name) throws IOException {
        assertThat(firewall.apply(Policies.named(name))).isEmpty();
        var expected = new TreeSet<>(Set.of("dhcp6"));
        Objects.requireNonNull(ALLOWED.get(name)).forEach(expected::addAll);
        assertThat(seen()).isEqualTo(expected);
    }

    @Test
    void tunnelAndApi_apiByAnotherUser_isRefused() throws IOException {
        var ofAnotherUser = new NftFirewall(tools.commands(), 4711, Path.of("/nonexistent"));
        assertThat(ofAnotherUser.apply(Policies.named("tunnel-and-api"))).isEmpty();
        assertThat(seen()).contains("wireguard4").doesNotContain("api4");
    }

    @Test
    void swaps_underFire_leakNothing() throws Exception {
        var targets = SHOTS.stream()
                .filter(shot -> shot.name().startsWith("web_") || shot.name().startsWith("dns_"))
                .toList();
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        var before = far.arrived();
        var stop = new AtomicBoolean();
        var fired = new AtomicLong();
        var fire = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                targets.forEach(shot -> fire(shot));
                fired.addAndGet(targets.size());
            }
        });
        for (int swap = 0; swap < 100; swap++) {
            var name = List.of("tunnel-and-api", "connected", "blocked").get(swap % 3);
            assertThat(firewall.apply(Policies.named(name))).isEmpty();
        }
        stop.set(true);
        fire.join();
        assertThat(fired.get()).isGreaterThan(1000);
        assertThat(seen()).doesNotContainAnyElementsOf(names(targets.stream()));
        assertThat(far.arrived()).containsAllEntriesOf(unchanged(before, targets));
    }

    @Test
    void closed_neighbourDiscovery_goesOn() {
        assertThat(firewall.apply(Policies.named("race-and-api"))).isEmpty();
        tools.run("ip -6 neighbour flush dev up0");
        tools.run("ip -6 neighbour del 2001:db8:77::1 dev up0");
        fire(udp("wireguard6", "2001:db8:11::2", 51820).from(MARKED));
        await(() -> far.arrived("wireguard6") > 0);
        assertThat(tools.run("ip -6 neighbour show dev up0")).contains("2001:db8:77::1 lladdr");
    }

    @Test
    void connected_packetToTheTunnelsAddressFromOutside_isDropped() throws IOException {
        far.run("ip route add 10.7.0.2/32 via 192.168.77.10 dev up0");
        try (var ours = bound("10.7.0.2", 9999);
                var outside = NetworkNamespace.call("far", () -> bound("192.168.77.1", 7))) {
            outside.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("10.7.0.2", 9999));
            assertThat(receives(ours))
                    .as("a machine answers for all its addresses")
                    .isTrue();
            assertThat(firewall.apply(Policies.named("connected-lan"))).isEmpty();
            outside.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("10.7.0.2", 9999));
            assertThat(receives(ours)).isFalse();
        }
    }

    @Test
    void connected_fromTheTunnel_onlyAnswersComeIn() throws IOException {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        try (var ours = bound("10.7.0.2", 9999);
                var peer = NetworkNamespace.call("far", () -> bound("10.7.0.1", 7))) {
            peer.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("10.7.0.2", 9999));
            assertThat(receives(ours)).as("unasked").isFalse();
            ours.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("10.7.0.1", 7));
            peer.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("10.7.0.2", 9999));
            assertThat(receives(ours)).as("an answer").isTrue();
        }
    }

    @Test
    void connected_arpForTheTunnelsAddress_isNotAnswered() {
        far.run("ip route add 10.7.0.2/32 dev up0");
        assertThat(answersArp()).as("a machine answers for all its addresses").isTrue();
        assertThat(firewall.apply(Policies.named("connected-lan"))).isEmpty();
        assertThat(answersArp()).isFalse();
    }

    private boolean answersArp() {
        far.attempt("ip neighbour del 10.7.0.2 dev up0");
        far.attempt("ping -n -c 1 -W 0.5 10.7.0.2");
        return far.run("ip neighbour show 10.7.0.2 dev up0").contains("lladdr");
    }

    private static DatagramChannel bound(String address, int port) throws IOException {
        var channel = DatagramChannel.open().bind(new InetSocketAddress(address, port));
        channel.configureBlocking(false);
        return channel;
    }

    private static boolean receives(DatagramChannel channel) throws IOException {
        try (var selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.select(300) > 0 && channel.receive(ByteBuffer.allocate(64)) != null;
        }
    }

    private void fire(Shot shot) {
        try {
            shot.fire(tools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fires every shot and names those that arrived. Packets keep their order, so when the last one, which every
    /// policy allows, is there, so are all that will be.
    private Set<String> seen() {
        var before = far.arrived();
        SHOTS.forEach(this::fire);
        fire(FENCE);
        await(() -> far.arrived(FENCE.name()) > Objects.requireNonNull(before.get(FENCE.name())));
        var now = far.arrived();
        var seen = new TreeSet<>(names(SHOTS.stream()));
        seen.removeIf(name -> Objects.equals(now.get(name), before.get(name)));
        return seen;
    }

    private static Map<String, Long> unchanged(Map<String, Long> counts, List<Shot> shots) {
        var some = new TreeMap<>(counts);
        some.keySet().retainAll(names(shots.stream()));
        return some;
    }

    private static List<String> names(Stream<Shot> shots) {
        return shots.map(Shot::name).toList();
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
