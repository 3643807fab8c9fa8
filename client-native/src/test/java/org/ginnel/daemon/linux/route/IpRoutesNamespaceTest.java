// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Routes of a real kernel, in a namespace of their own.
@Timeout(60)
class IpRoutesNamespaceTest {
    private Tools tools;
    private IpRoutes routes;
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
        routes = new IpRoutes(tools.commands(), () -> true);
        device();
    }

    @AfterEach
    void removeIt() {
        if (tools != null) {
            routes.restore();
            tools.attempt("ip link del ginnel0");
            tools.attempt("ip link del eth0");
            tools.attempt("ip rule del priority 31000");
        }
    }

    @Test
    void prepared_onlyTheTunnelsOwnAddressUsesIt() {
        assertThat(routes.prepare(IpBatchTest.EVERYTHING)).isEmpty();

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
        assertThat(routes.prepare(IpBatchTest.IPV4_ONLY)).isEmpty();
        assertThat(routes.divert(IpBatchTest.IPV4_ONLY)).isEmpty();

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

        assertThat(new IpRoutes(tools.commands(), () -> true).restore()).isEmpty();
        tools.run("ip link del ginnel0");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void anotherPlan_replacesTheFirst() {
        divert();
        assertThat(routes.prepare(IpBatchTest.SOME)).isEmpty();

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

        assertThat(routes.prepare(IpBatchTest.EVERYTHING)).isEmpty();
        assertThat(routes.divert(IpBatchTest.EVERYTHING)).isEmpty();
        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
    }

    @Test
    void aPlanForADeviceThatIsNotThere_isRefused() {
        tools.run("ip link del ginnel0");

        assertThat(routes.prepare(IpBatchTest.EVERYTHING))
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

    private void divert() {
        assertThat(routes.prepare(IpBatchTest.EVERYTHING)).isEmpty();
        assertThat(routes.divert(IpBatchTest.EVERYTHING)).isEmpty();
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
