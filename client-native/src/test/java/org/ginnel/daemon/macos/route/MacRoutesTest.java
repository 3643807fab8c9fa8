// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.Golden.assertGolden;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.macos.RoutingModel;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.RoutesContract;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MacRoutesTest extends RoutesContract {
    private final RoutingModel system = new RoutingModel();
    private final MacRoutes routes = new MacRoutes(system);

    @BeforeEach
    void devicesExist() {
        system.appear("utun226");
        system.appear("utun227");
    }

    @Override
    protected Routes routes() {
        return routes;
    }

    @Override
    protected void removeByAnother() {
        system.remove("128.0.0.0/1");
    }

    @Test
    void calls_ofEachPlan_areTheirGolden() {
        assertGolden("macos/route/prepare.calls", calls(List.of(Plans.routes()), Optional.empty(), List.of()));
        assertGolden("macos/route/divert.calls", calls(List.of(Plans.routes()), Optional.of(Lane.FIRST), List.of()));
        var some = Plans.routes("192.0.2.0/24", "2001:db8::1/128");
        assertGolden("macos/route/divert-some.calls", calls(List.of(some), Optional.of(Lane.FIRST), List.of()));
        var ipv4 = Plans.routes("0.0.0.0/0");
        assertGolden("macos/route/divert-ipv4-only.calls", calls(List.of(ipv4), Optional.of(Lane.FIRST), List.of()));
        var both = List.of(Plans.routes(), Plans.routesBeside());
        var before = RouteText.wanted(both, Optional.of(Lane.FIRST));
        assertGolden("macos/route/switch.calls", calls(both, Optional.of(Lane.SECOND), before));
        assertGolden("macos/route/restore.calls", calls(List.of(), Optional.empty(), before));
    }

    private static String calls(List<RoutePlan> prepared, Optional<Lane> led, List<MacRoute> found) {
        return RouteText.calls(RouteText.wanted(prepared, led), found).stream()
                .map(argv -> String.join(" ", argv) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void divert_leavesTheDefaultRouteAndOthersAlone() {
        assertThat(routes.prepare(Plans.routes())).isEmpty();
        assertThat(routes.divert(Plans.routes())).isEmpty();
        assertThat(system.has("default", "192.168.1.1")).isTrue();
        assertThat(routes.restore()).isEmpty();
        assertThat(system.has("default", "192.168.1.1")).isTrue();
        assertThat(system.has("192.168.1.0/24", "link#11")).isTrue();
        assertThat(system.has("10.7.0.2", "10.7.0.2")).isTrue();
    }

    @Test
    void divert_whatThePeerDoesNotCarry_isRefused() {
        assertThat(routes.divert(Plans.routes("0.0.0.0/0"))).isEmpty();
        assertThat(system.has("8000::/1", "::1")).isTrue();
        assertThat(system.has("0.0.0.0/1", "utun226")).isTrue();
    }

    /// Each half is changed in place, so no packet finds none.
    @Test
    void divert_toTheOtherLane_changesHalvesInPlace() {
        assertThat(routes.divert(Plans.routes())).isEmpty();
        assertThat(routes.prepare(Plans.routesBeside())).isEmpty();
        system.ran.clear();
        assertThat(routes.divert(Plans.routesBeside())).isEmpty();
        assertThat(system.ran)
                .contains("route -q -n change -inet 0.0.0.0/1 -interface utun227")
                .noneMatch(call -> call.contains(" delete "));
        assertThat(routes.release(Lane.FIRST)).isEmpty();
        assertThat(routes.stand()).isTrue();
    }

    @Test
    void restore_whatAnEarlierProcessLeft_isRemoved() {
        assertThat(routes.divert(Plans.routes("0.0.0.0/0"))).isEmpty();
        assertThat(new MacRoutes(system).restore()).isEmpty();
        assertThat(system.has("0.0.0.0/1", "utun226")).isFalse();
        assertThat(system.has("::/1", "::1")).isFalse();
    }

    /// `route` ends with 0, whatever came of it.
    @Test
    void divert_withoutTheDevice_isRefusedThoughRouteSaysNothing() {
        system.vanish("utun226");
        assertThat(routes.divert(Plans.routes()))
                .contains(new SystemRefused(Part.ROUTES, "route", "the routes are not as they were set"));
        assertThat(routes.stand()).isFalse();
    }

    @Test
    void routesThatCannotBeRead_areRefused_andDoNotStand() {
        assertThat(routes.divert(Plans.routes())).isEmpty();
        system.broken = true;
        assertThat(routes.stand()).isFalse();
        assertThat(routes.restore()).contains(new SystemRefused(Part.ROUTES, "netstat", "no end after PT5S"));
    }
}
