// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.linux.netlink.KernelNetwork;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Routes of a real kernel, in a namespace of their own.
@Timeout(60)
class NetlinkRoutesNamespaceTest {
    private Tools tools;
    private NetlinkRoutes routes;
    private String before;

    @BeforeEach
    void aMachineWithALocalNetwork() {
        tools = Tools.inNamespaceWithTun();
        tools.run("ip tuntap add dev eth0 mode tun");
        tools.run("ip addr add 192.168.50.10/24 dev eth0");
        tools.run("ip link set eth0 up");
        tools.run("ip route add default via 192.168.50.1");
        tools.run("ip rule add from 203.0.113.7 lookup main priority 31000");
        before = all();
        routes = new NetlinkRoutes(new KernelNetwork(), () -> true);
        device();
    }

    @AfterEach
    void removeIt() {
        if (tools != null) {
            routes.restore();
            tools.attempt("ip link del ginnel0");
            tools.attempt("ip link del ginnel1");
            tools.attempt("ip link del eth0");
            tools.attempt("ip rule del priority 31000");
        }
    }

    @Test
    void prepared_onlyTheTunnelsOwnAddressUsesIt() {
        assertThat(routes.prepare(TracesTest.EVERYTHING)).isEmpty();

        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev eth0");
        assertThat(tools.run("ip route get 192.0.2.80 from 10.7.0.2")).contains("dev ginnel0");
        assertThat(tools.run("ip -6 route get 2001:db8::1 from fd00:7::2")).contains("dev ginnel0");
        assertThat(routes.stand()).isFalse();
    }

    @Test
    void diverted_everybodyUsesIt_butWireGuardAndTheLocalNetwork() {
        divert();

        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
        assertThat(tools.run("ip -6 route get 2001:db8::1")).contains("dev ginnel0");
        assertThat(tools.run("ip route get 192.0.2.80 mark 0x67696e6e")).contains("dev eth0");
        assertThat(tools.run("ip route get 192.168.50.20")).contains("dev eth0");
        assertThat(routes.stand()).isTrue();
    }

    @Test
    void withoutItsDevice_nothingHasAWayOut() {
        divert();
        tools.run("ip link del ginnel0");

        assertThat(tools.commands()
                        .run(Command.of("ip", "route", "get", "192.0.2.80"))
                        .toString())
                .contains("No route to host");
    }

    @Test
    void aFamilyThePeerDoesNotCarry_hasNoWayOut() {
        assertThat(routes.prepare(TracesTest.IPV4_ONLY)).isEmpty();
        assertThat(routes.divert(TracesTest.IPV4_ONLY)).isEmpty();

        assertThat(tools.commands()
                        .run(Command.of("ip", "-6", "route", "get", "2001:db8::1"))
                        .toString())
                .contains("No route to host");
    }

    @Test
    void restored_allIsAsBefore() {
        divert();
        assertThat(routes.restore()).isEmpty();
        tools.run("ip link del ginnel0");

        assertThat(all()).isEqualTo(before);
        assertThat(routes.restore()).isEmpty();
    }

    @Test
    void whatAKilledRunLeft_isRemoved_copiesToo() {
        divert();
        tools.run("ip rule add table main suppress_prefixlength 0 priority 20020 from 198.51.100.1");

        assertThat(new NetlinkRoutes(new KernelNetwork(), () -> true).restore()).isEmpty();
        tools.run("ip link del ginnel0");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void anotherPlan_replacesTheFirst() {
        divert();
        assertThat(routes.prepare(TracesTest.SOME)).isEmpty();

        assertThat(tools.run("ip rule")).doesNotContain("20030:");
        assertThat(tools.run("ip route show table 26473"))
                .contains("192.0.2.0/24")
                .contains("10.0.0.0/8");
    }

    @Test
    void aDeviceThatCameBack_isRoutedAgainByTheSamePlan() {
        divert();
        tools.run("ip link del ginnel0");
        device();

        assertThat(routes.prepare(TracesTest.EVERYTHING)).isEmpty();
        assertThat(routes.divert(TracesTest.EVERYTHING)).isEmpty();
        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
    }

    @Test
    void aPlanForADeviceThatIsNotThere_isRefused() {
        tools.run("ip link del ginnel0");

        assertThat(routes.prepare(TracesTest.EVERYTHING))
                .hasValueSatisfying(cause -> assertThat(cause)
                        .isInstanceOfSatisfying(
                                ErrorCause.SystemRefused.class,
                                refused -> assertThat(refused.part()).isEqualTo(ErrorCause.Part.ROUTES)));
    }

    @Test
    void somebodyElsesDeletion_isSeen() {
        divert();
        tools.run("ip -6 rule del priority 20030");

        assertThat(routes.stand()).isFalse();
    }

    @Test
    void aRouteThatSomebodyRemoved_isPutBackBesideTheRest() {
        divert();
        tools.run("ip route del default dev ginnel0 table 26473");
        assertThat(routes.stand()).isFalse();

        assertThat(routes.divert(TracesTest.EVERYTHING)).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
    }

    @Test
    void aRouteThatSomebodyAddedToOurTable_isSeenAndRemoved() {
        divert();
        tools.run("ip route add 192.0.2.0/24 dev eth0 table 26473");
        assertThat(routes.stand()).isFalse();

        assertThat(routes.divert(TracesTest.EVERYTHING)).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
    }

    @Test
    void aRuleThatSomebodyAddedAtOurPriority_isSeenAndRemoved() {
        divert();
        tools.run("ip rule add to 192.0.2.0/24 table main priority 20020");
        assertThat(routes.stand()).isFalse();

        assertThat(routes.divert(TracesTest.EVERYTHING)).isEmpty();
        assertThat(routes.stand()).isTrue();
    }

    @Test
    void aDeviceThatIsNotUpYet_isRefused_butItsRulesStandAndItsTrafficIsUnreachable() {
        tools.run("ip link set ginnel0 down");
        assertThat(routes.prepare(TracesTest.EVERYTHING).orElseThrow().toString())
                .contains("NEW_ROUTE", "errno 100");
        assertThat(tools.run("ip rule")).contains("20010:\tfrom 10.7.0.2 lookup 26473");
        assertThat(tools.run("ip -6 rule")).contains("20010:\tfrom fd00:7::2 lookup 26473");
        assertThat(tools.run("ip route show table 26473"))
                .contains("unreachable default")
                .doesNotContain("dev");

        tools.run("ip link set ginnel0 up");
        divert();
        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
    }

    @Test
    void hundredsOfNetworks_areRoutedAndRemoved() {
        var networks = IntStream.range(0, 300)
                .mapToObj(i -> "10.%d.%d.0/24".formatted(i / 256, i % 256))
                .toList();
        var plan = TracesTest.plan(List.of("10.7.0.2/32"), networks);
        assertThat(routes.prepare(plan)).isEmpty();
        assertThat(routes.divert(plan)).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(tools.run("ip route show table 26473").lines()).hasSize(301);

        assertThat(routes.restore()).isEmpty();
        tools.run("ip link del ginnel0");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whateverSomebodyPutIntoOurTable_isRemovedByRestoring() {
        divert();
        tools.run("ip route add 192.0.2.0/24 via 192.168.50.1 table 26473 tos 0x10");
        tools.run("ip route add blackhole 198.51.100.0/24 metric 7 table 26473");
        tools.run("ip route add 203.0.113.0/24 table 26473 nexthop via 192.168.50.1 nexthop via 192.168.50.2");
        tools.run("ip -6 route add prohibit 2001:db8:1::/48 table 26473");
        tools.run("ip rule add from 10.0.0.0/8 iif lo blackhole priority 20020");

        assertThat(routes.restore()).isEmpty();
        tools.run("ip link del ginnel0");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void besideAnother_onlyItsQuestionsAndItsConnectionsUseIt_evenWithTheSameAddress() {
        divert();
        secondDevice();
        assertThat(routes.prepare(beside())).isEmpty();

        assertThat(routes.stand()).isTrue();
        assertThat(wayOf("")).contains("dev ginnel0");
        assertThat(wayOf("from 10.7.0.2")).contains("dev ginnel0");
        assertThat(wayOf("mark 0x67696e31")).contains("dev ginnel1");
        assertThat(wayOf("from 10.7.0.2 ipproto udp sport 26496 dport 53")).contains("dev ginnel1");
        assertThat(wayOf("from 10.7.0.2 ipproto udp sport 26480 dport 53")).contains("dev ginnel0");
        assertThat(tools.run("ip -6 route get 2001:db8::1 from fd00:7::2 ipproto udp sport 26511 dport 53"))
                .contains("dev ginnel1");
    }

    @Test
    void diverting_toTheOtherLane_movesEverybody_butWhatStands() {
        divert();
        secondDevice();
        assertThat(routes.prepare(beside())).isEmpty();
        assertThat(routes.divert(beside())).isEmpty();

        assertThat(routes.stand()).isTrue();
        assertThat(wayOf("")).contains("dev ginnel1");
        assertThat(wayOf("from 10.7.0.2")).contains("dev ginnel1");
        assertThat(wayOf("mark 0x67696e30")).contains("dev ginnel0");
        assertThat(wayOf("mark 0x67696e6e")).contains("dev eth0");

        assertThat(routes.release(Lane.FIRST)).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(tools.run("ip rule")).doesNotContain("lookup 26473");
        assertThat(wayOf("")).contains("dev ginnel1");
        assertThat(routes.restore()).isEmpty();
        tools.run("ip link del ginnel0");
        tools.run("ip link del ginnel1");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aLaneWhoseDeviceIsGone_isLeftWithoutHarmToTheOther() {
        divert();
        secondDevice();
        assertThat(routes.prepare(beside())).isEmpty();
        tools.run("ip link del ginnel0");

        assertThat(routes.stand()).isFalse();
        assertThat(routes.divert(beside())).isEmpty();
        assertThat(routes.release(Lane.FIRST)).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(wayOf("")).contains("dev ginnel1");
    }

    @Test
    void whatIsMended_isMendedInBothLanes() {
        divert();
        secondDevice();
        assertThat(routes.prepare(beside())).isEmpty();
        assertThat(routes.divert(beside())).isEmpty();
        tools.run("ip rule del priority 20005");
        tools.run("ip rule add to 192.0.2.0/24 table main priority 20020");

        assertThat(routes.divert(beside())).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(wayOf("mark 0x67696e30")).contains("dev ginnel0");
        assertThat(wayOf("")).contains("dev ginnel1");
    }

    private static RoutePlan beside() {
        return new RoutePlan(Lane.SECOND, TracesTest.EVERYTHING.addresses(), TracesTest.EVERYTHING.allowedIps());
    }

    private String wayOf(String packet) {
        return tools.run(("ip route get 192.0.2.80 " + packet).strip());
    }

    private void secondDevice() {
        tools.run("ip tuntap add dev ginnel1 mode tun");
        tools.run("ip addr add 10.7.0.2/32 dev ginnel1");
        tools.run("ip -6 addr add fd00:7::2/128 dev ginnel1 nodad");
        tools.run("ip link set ginnel1 up");
    }

    private void divert() {
        assertThat(routes.prepare(TracesTest.EVERYTHING)).isEmpty();
        assertThat(routes.divert(TracesTest.EVERYTHING)).isEmpty();
    }

    private void device() {
        tools.run("ip tuntap add dev ginnel0 mode tun");
        tools.run("ip addr add 10.7.0.2/24 dev ginnel0");
        tools.run("ip -6 addr add fd00:7::2/64 dev ginnel0 nodad");
        tools.run("ip link set ginnel0 up");
    }

    private String all() {
        return tools.run("ip rule")
                + tools.run("ip -6 rule")
                + tools.run("ip route show table all")
                + tools.run("ip -6 route show table all");
    }
}
