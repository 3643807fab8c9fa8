// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Head;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.linux.netlink.Request;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.linux.netlink.ScriptedNetwork;
import org.ginnel.daemon.linux.netlink.Told;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Kernels that tests cannot have: broken ones, and ones without IPv6.
class NetlinkRoutesTest {
    private static final Link DEVICE = new Link(7, "ginnel0", true);

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final NetlinkRoutes routes = new NetlinkRoutes(network, () -> false);

    @AfterEach
    void everythingExpectedWasAsked() {
        network.close();
    }

    @Test
    void aBrokenConversation_isARefusal_andTriedAgain() {
        network.breakDown(true);
        var broken = new SystemRefused(Part.ROUTES, "rtnetlink", "broken by the test");
        assertThat(routes.restore()).contains(broken);
        assertThat(routes.prepare(TracesTest.IPV4_ONLY)).contains(broken);
        assertThat(routes.stand()).isFalse();

        network.breakDown(false);
        nothingIsThere();
        assertThat(routes.restore()).isEmpty();
        assertThat(routes.restore()).isEmpty();
    }

    @Test
    void aKernelWithoutIpv6_isCleanThere() {
        nothingIsThere();
        assertThat(routes.restore()).isEmpty();
    }

    @Test
    void aListThatIsRefused_isNotTakenForAnEmptyOne() {
        network.refuse(Rule.list(Family.IPV4), 1);
        assertThat(routes.restore())
                .hasValueSatisfying(cause -> assertThat(cause.toString()).contains("GET_RULE"));
    }

    @Test
    void whatComesBackForEver_isGivenUpAndSaid() {
        var rule = Rule.of(Family.IPV4, LinuxNames.RULE_UNMARKED, Rule.Choice.EVERYBODY, LinuxNames.table(Lane.FIRST));
        for (int round = 0; round < 16; round++) {
            network.expect(Rule.list(Family.IPV4), rule);
            nothingElseIsThere();
            network.refuse(told(rule), 1);
        }
        assertThat(routes.restore())
                .hasValueSatisfying(cause -> assertThat(cause.toString()).contains("DELETE_RULE", "errno 1"));
    }

    @Test
    void ruleThatStandsAlready_isNoRefusal_anyOtherIs() {
        nothingIsThere();
        var wanted = Traces.beforeTheLinkIsUp(TracesTest.IPV4_ONLY, List.of(Family.IPV4), false);
        network.expect(Link.find("ginnel0"), DEVICE);
        network.expect(wanted.get(0).put()).refuse(wanted.get(1).put(), Refused.EXISTS);
        wanted.stream().skip(2).map(Routing::put).forEach(network::expect);
        network.expect(through());
        assertThat(routes.prepare(TracesTest.IPV4_ONLY)).isEmpty();

        network.expect(Link.find("ginnel0"), DEVICE);
        wanted.stream().map(Routing::put).forEach(network::expect);
        network.refuse(through(), Refused.NETWORK_DOWN);
        assertThat(routes.prepare(TracesTest.IPV4_ONLY))
                .contains(new SystemRefused(Part.ROUTES, "rtnetlink NEW_ROUTE", "errno 100: as the test wrote"));
    }

    private static Request through() {
        return Traces.throughTheLink(TracesTest.IPV4_ONLY, List.of(Family.IPV4), DEVICE.index())
                .getFirst()
                .put();
    }

    private static Request told(Rule rule) {
        return new Told(rule, false, new Head.Echo(ByteBuffer.allocate(0))).delete();
    }

    private void nothingIsThere() {
        network.expect(Rule.list(Family.IPV4));
        nothingElseIsThere();
    }

    /// IPv6 the way a kernel answers that was started without it.
    private void nothingElseIsThere() {
        network.refuse(Rule.list(Family.IPV6), Refused.NO_SUCH_FAMILY);
        for (var lane : Lane.values()) {
            network.refuse(Route.list(Family.IPV4, LinuxNames.table(lane)), Refused.NOT_FOUND);
        }
        for (var lane : Lane.values()) {
            var otherFamily = Route.unreachable(LinuxNames.table(lane), Family.IPV4.everything(), 20_000);
            network.expect(Route.list(Family.IPV6, LinuxNames.table(lane)), otherFamily);
        }
    }
}
