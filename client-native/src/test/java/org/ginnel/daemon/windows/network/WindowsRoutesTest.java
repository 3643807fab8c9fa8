// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.RoutesContract;
import org.ginnel.daemon.windows.FixedAdapters;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;

class WindowsRoutesTest extends RoutesContract {
    private static final long FIRST = FixedAdapters.number(Lane.FIRST);
    private static final long SECOND = FixedAdapters.number(Lane.SECOND);

    private final IpHelperModel system = new IpHelperModel();
    private final WindowsRoutes routes = new WindowsRoutes(system, FixedAdapters.all());

    @Override
    protected Routes routes() {
        return routes;
    }

    @Override
    protected void removeByAnother() {
        system.routes.removeIf(row -> row.network().toString().equals("128.0.0.0/1"));
    }

    @Test
    void prepare_isADefaultThatIsNobodysChoice() {
        assertThat(routes.prepare(Plans.routes())).isEmpty();
        assertThat(system.routes)
                .filteredOn(row -> row.luid() == FIRST)
                .containsExactlyInAnyOrder(
                        RouteRow.through(IpHelperModel.network("0.0.0.0/0"), FIRST, 9000),
                        RouteRow.through(IpHelperModel.network("::/0"), FIRST, 9000));
    }

    @Test
    void divert_leavesRoutesOfOthersAlone() {
        var before = system.routes.stream().toList();
        assertThat(routes.divert(Plans.routes("192.0.2.0/24"))).isEmpty();
        assertThat(system.routes)
                .containsAll(before)
                .anyMatch(row -> row.network().equals(IpHelperModel.network("192.0.2.0/24")));
        assertThat(routes.restore()).isEmpty();
        assertThat(system.routes).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void divert_toTheOtherLane_movesEveryHalf() {
        assertThat(routes.divert(Plans.routes())).isEmpty();
        assertThat(routes.prepare(Plans.routesBeside())).isEmpty();
        assertThat(routes.divert(Plans.routesBeside())).isEmpty();
        assertThat(system.routes)
                .filteredOn(row -> row.network().prefix() == 1)
                .hasSize(4)
                .allMatch(row -> row.luid() == SECOND);
        assertThat(routes.release(Lane.FIRST)).isEmpty();
        assertThat(routes.stand()).isTrue();
    }

    @Test
    void everyRefusal_saysWhichCall() {
        system.failures.put("addRoute", 5);
        assertThat(routes.prepare(Plans.routes()))
                .contains(new SystemRefused(Part.ROUTES, "CreateIpForwardEntry2", "error 0x00000005"));
        system.failures.put("routes", 5);
        assertThat(routes.restore()).contains(new SystemRefused(Part.ROUTES, "GetIpForwardTable2", "error 0x00000005"));
        assertThat(new WindowsRoutes(system, FixedAdapters.refused(new EngineMissing())).prepare(Plans.routes()))
                .contains(new EngineMissing());
    }

    @Test
    void read_ofShortOrForeignRows_isEmpty() {
        assertThat(RouteRow.read(new byte[10])).isEmpty();
        assertThat(RouteRow.read(new byte[RouteRow.SIZE])).isEmpty();
        var row = new RouteRow(
                IpHelperModel.network("2001:db8::/32"), 7, IpLiteral.parse("fe80::1"), 3, RouteRow.BY_PROGRAM);
        assertThat(RouteRow.read(row.bytes(new byte[RouteRow.SIZE]))).isEqualTo(Optional.of(row));
    }
}
