// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ginnel.daemon.linux.NetworkNamespace;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Changes by the real `ip`.
@Timeout(30)
class NetworkWatchNamespaceTest {
    private static final int TABLE = 4711;

    private final Tools tools = Tools.inNamespace();
    private final Network network = new KernelNetwork();
    private final BlockingQueue<Change> seen = new LinkedBlockingQueue<>();

    @BeforeEach
    void aLink() {
        tools.run("ip link add watch0 type bridge");
        tools.run("ip link set watch0 up");
    }

    @AfterEach
    void removeIt() {
        tools.attempt("ip link delete watch0");
        tools.attempt("ip netns delete elsewhere");
        tools.attempt("ip rule flush table " + TABLE);
        tools.attempt("ip route flush table " + TABLE);
    }

    @Test
    void aLink_isToldAsItIsSwitchedAndAsItGoes() throws Exception {
        try (var _ = network.watch(EnumSet.of(Topic.LINK), seen::add)) {
            tools.run("ip link set watch0 down");
            await(change ->
                    change instanceof Change.Seen(Link link, var gone) && isWatched(link) && !link.up() && !gone);
            tools.run("ip link delete watch0");
            await(change -> change instanceof Change.Seen(Link link, var gone) && isWatched(link) && gone);
        }
    }

    @ParameterizedTest
    @CsvSource({"10.9.9.9/24", "fd00:9::9/64"})
    void anAddress_isToldAsItComesAndGoes(String text) throws Exception {
        var address = IpNetwork.parse(text).orElseThrow();
        try (var _ = network.watch(EnumSet.of(Topic.ADDRESS), seen::add)) {
            tools.run("ip address add " + text + " dev watch0");
            await(change -> change instanceof Change.Seen(LinkAddress(var _, var network), var gone)
                    && network.equals(address)
                    && !gone);
            tools.run("ip address delete " + text + " dev watch0");
            await(change -> change instanceof Change.Seen(LinkAddress(var _, var network), var gone)
                    && network.equals(address)
                    && gone);
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.0/24", "2001:db8::/32"})
    void aRoute_isToldWithItsTable(String text) throws Exception {
        var route = Route.unreachable(TABLE, IpNetwork.parse(text).orElseThrow(), 9);
        try (var _ = network.watch(EnumSet.of(Topic.ROUTE), seen::add)) {
            tools.run("ip route add unreachable " + text + " metric 9 table 4711");
            await(new Change.Seen(route, false)::equals);
            tools.run("ip route delete unreachable " + text + " metric 9 table 4711");
            await(new Change.Seen(route, true)::equals);
        }
    }

    @ParameterizedTest
    @CsvSource({"-4,IPV4", "-6,IPV6"})
    void aRule_isToldWithItsPriority(String option, Family family) throws Exception {
        var rule = Rule.of(family, 9000, Rule.Choice.unmarked(5), TABLE);
        try (var _ = network.watch(EnumSet.of(Topic.RULE), seen::add)) {
            tools.run("ip " + option + " rule add not fwmark 5 table 4711 priority 9000");
            await(new Change.Seen(rule, false)::equals);
            tools.run("ip " + option + " rule delete priority 9000");
            await(new Change.Seen(rule, true)::equals);
        }
    }

    @Test
    void whatNobodyAskedFor_isNotTold() throws Exception {
        try (var _ = network.watch(EnumSet.of(Topic.RULE), seen::add)) {
            tools.run("ip address add 10.9.9.9/24 dev watch0");
            tools.run("ip rule add from 10.9.9.9 table 4711 priority 9000");
            await(change -> change instanceof Change.Seen(Rule rule, var _) && rule.priority() == 9000);
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void moreThanThereIsRoomFor_isToldAsAnything_andTheWatchGoesOn() throws Exception {
        var held = new CountDownLatch(1);
        var socket = NetlinkSocket.open(NetworkWatch.groups(Set.of(Topic.ROUTE)), Arena.ofShared());
        socket.room(1);
        try (var _ = NetworkWatch.start(socket, change -> {
            uninterruptibly(held);
            seen.add(change);
        })) {
            tools.feed(
                    IntStream.range(0, 250)
                            .mapToObj("route add unreachable 10.9.%d.0/24 table 4711\n"::formatted)
                            .collect(Collectors.joining()),
                    "ip -batch -");
            held.countDown();
            await(new Change.Anything()::equals);
            tools.run("ip route add unreachable 192.0.2.0/24 table 4711");
            await(change -> change instanceof Change.Seen(Route route, var _)
                    && route.destination()
                            .equals(IpNetwork.parse("192.0.2.0/24").orElseThrow()));
        }
    }

    @Test
    void aListenerThatFails_isToldTheNextAllTheSame() throws Exception {
        var calls = new AtomicInteger();
        try (var _ = network.watch(EnumSet.of(Topic.RULE), change -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("a listener's defect");
            }
            seen.add(change);
        })) {
            tools.run("ip rule add from 10.9.9.9 table 4711 priority 9000");
            tools.run("ip rule delete priority 9000");
            await(change -> change instanceof Change.Seen(Rule _, var gone) && gone);
        }
    }

    @Test
    void closed_itTellsNothingMore_andLeavesNoThread() throws Exception {
        var watch = network.watch(EnumSet.allOf(Topic.class), seen::add);
        watch.close();
        watch.close();
        tools.run("ip rule add from 10.9.9.9 table 4711 priority 9000");
        assertThat(seen).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("ginnel-network"));
    }

    @Test
    void closedByItsListener_itEnds() throws Exception {
        var watch = new CompletableFuture<Network.Watch>();
        var closed = new CountDownLatch(1);
        watch.complete(network.watch(EnumSet.of(Topic.RULE), change -> {
            watch.join().close();
            closed.countDown();
        }));
        tools.run("ip rule add from 10.9.9.9 table 4711 priority 9000");
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherNamespace_isWatchedFromThere() throws Exception {
        tools.run("ip netns add elsewhere");
        try (var _ = NetworkNamespace.call("elsewhere", () -> network.watch(EnumSet.of(Topic.RULE), seen::add))) {
            tools.run("ip rule add from 10.9.9.9 table 4711 priority 9000");
            tools.run("ip -n elsewhere rule add from 10.9.9.9 table 4711 priority 9001");
            await(change -> change instanceof Change.Seen(Rule rule, var _) && rule.priority() == 9001);
            assertThat(seen).isEmpty();
        }
    }

    private static boolean isWatched(Link link) {
        return link.name().equals("watch0");
    }

    /// Takes what was seen until one is as it should be.
    private void await(Predicate<Change> expected) throws InterruptedException {
        for (var change = seen.poll(5, TimeUnit.SECONDS); ; change = seen.poll(5, TimeUnit.SECONDS)) {
            assertThat(change).as("a change within five seconds").isNotNull();
            if (expected.test(change)) {
                return;
            }
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
