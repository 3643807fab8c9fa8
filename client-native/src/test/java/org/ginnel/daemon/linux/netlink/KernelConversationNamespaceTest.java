// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ginnel.daemon.linux.NetworkNamespace;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The real kernel, held against what `ip` says of it.
@Timeout(30)
class KernelConversationNamespaceTest {
    private static final int TABLE = 4711;

    private final Tools tools = Tools.inNamespace();
    private final Network network = new KernelNetwork();

    @BeforeEach
    void aLink() {
        tools.run("ip link add talk0 type bridge");
    }

    @AfterEach
    void removeIt() {
        tools.attempt("ip link delete talk0");
        tools.attempt("ip link delete talk1");
        tools.attempt("ip netns delete elsewhere");
        tools.attempt("ip rule flush table " + TABLE);
        tools.attempt("ip route flush table " + TABLE);
    }

    @Test
    void find_tellsIndexAndWhetherItIsUp() throws NetlinkException {
        var down = link("talk0");
        assertThat(tools.run("ip -o link show talk0")).startsWith(down.index() + ": talk0");
        assertThat(down.up()).isFalse();
        tools.run("ip link set talk0 up");
        assertThat(link("talk0").up()).isTrue();
    }

    @Test
    void find_whatIsNotThere_isRefusedInTheKernelsWords() throws NetlinkException {
        var refused = ask(Link.find("nowhere")).refused().orElseThrow();
        assertThat(refused.errno()).isEqualTo(Refused.NO_DEVICE);
        assertThat(refused.text()).isNotBlank();
    }

    @Test
    void add_makesALinkOfThatKind_deleteRemovesIt() throws NetlinkException {
        assertThat(change(Link.add("talk1", "bridge"))).isEmpty();
        assertThat(tools.run("ip -d link show talk1")).contains("bridge");
        assertThat(change(Link.delete("talk1"))).isEmpty();
        assertThat(tools.succeeds("ip link show talk1")).isFalse();
    }

    @Test
    void add_aKindTheKernelLacks_isNotSupported() throws NetlinkException {
        assertThat(change(Link.add("talk1", "nonsense")))
                .singleElement()
                .satisfies(refused -> assertThat(refused.errno()).isEqualTo(Refused.NOT_SUPPORTED));
    }

    @Test
    void change_goesOnBehindARefusal_andTellsIt() throws NetlinkException {
        var down = Route.through(TABLE, network("192.0.2.0/24"), link("talk0").index());
        var fine = Route.unreachable(TABLE, network("198.51.100.0/24"), 5);
        assertThat(change(down.put(), fine.put(), Link.delete("nowhere")))
                .extracting(Refused::errno)
                .containsExactly(Refused.NETWORK_DOWN, Refused.NO_DEVICE);
        assertThat(tools.run("ip route show table " + TABLE)).isEqualTo("unreachable 198.51.100.0/24 metric 5 \n");
    }

    @Test
    void change_ofAThousand_isCarriedOutWhole() throws NetlinkException {
        var rules = IntStream.range(0, 1000)
                .mapToObj(i -> Rule.of(
                        Family.IPV4,
                        9000,
                        Rule.Choice.from(network("10.%d.%d.0/24".formatted(i / 256, i % 256))),
                        TABLE))
                .toList();
        assertThat(change(rules.stream().map(Rule::put).toArray(Request[]::new)))
                .isEmpty();
        assertThat(tools.run("ip rule show priority 9000").lines()).hasSize(1000);
        assertThat(ask(Rule.list(Family.IPV4)).told())
                .extracting(Told::thing)
                .filteredOn(thing -> thing instanceof Rule rule && rule.priority() == 9000)
                .containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void list_ofManyDatagrams_isWhole() throws NetlinkException {
        tools.run("ip link set talk0 up");
        tools.feed(
                IntStream.range(0, 5000)
                        .mapToObj(
                                i -> "route add 10.%d.%d.0/24 dev talk0 table %d\n".formatted(i / 256, i % 256, TABLE))
                        .collect(Collectors.joining()),
                "ip -batch -");
        assertThat(ask(Route.list(Family.IPV4, TABLE)).told())
                .hasSize(5000)
                .extracting(Told::thing)
                .contains(Route.through(
                        TABLE, network("10.19.135.0/24"), link("talk0").index()));
    }

    @Test
    void delete_whatOthersMade_removesExactlyThat() throws NetlinkException {
        tools.run("ip link set talk0 up");
        tools.run("ip route add 192.0.2.0/24 dev talk0 table 4711 tos 0x10 metric 9");
        tools.run("ip route add 192.0.2.0/24 dev talk0 table 4711");
        tools.run("ip -6 route add blackhole 2001:db8::/32 table 4711");
        tools.run("ip rule add from 192.0.2.1 fwmark 0x10/0xf0 iif talk0 table 4711 priority 9000");
        tools.run("ip rule add from 192.0.2.1 fwmark 0x20/0xf0 iif talk0 table 4711 priority 9000");
        for (var list :
                List.of(Route.list(Family.IPV4, TABLE), Route.list(Family.IPV6, TABLE), Rule.list(Family.IPV4))) {
            var foreign = ask(list).told().stream()
                    .filter(told -> switch (told.thing()) {
                        case Route route -> !route.plain() || route.family() == Family.IPV6;
                        case Rule rule -> rule.choice().mark().orElse(0) == 0x20;
                        case Link _, LinkAddress _ -> false;
                    })
                    .toList();
            assertThat(foreign).hasSize(1);
            assertThat(change(foreign.getFirst().delete())).isEmpty();
        }
        assertThat(tools.run("ip route show table 4711"))
                .contains("192.0.2.0/24 dev talk0")
                .doesNotContain("tos");
        assertThat(tools.run("ip rule show priority 9000"))
                .contains("0x10/0xf0")
                .doesNotContain("0x20");
        assertThat(ask(Route.list(Family.IPV6, TABLE)).told()).isEmpty();
    }

    @Test
    void talk_isWithTheNamespaceOfTheThread() {
        tools.run("ip netns add elsewhere");
        assertThat(NetworkNamespace.call(
                        "elsewhere", () -> ask(Link.find("talk0")).refused()))
                .isPresent();
    }

    private Link link(String name) throws NetlinkException {
        return ask(Link.find(name)).link().orElseThrow();
    }

    private Conversation.Answer ask(Request request) throws NetlinkException {
        try (var kernel = network.talk()) {
            return kernel.ask(request);
        }
    }

    private List<Refused> change(Request... requests) throws NetlinkException {
        try (var kernel = network.talk()) {
            return kernel.change(List.of(requests));
        }
    }

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }
}
