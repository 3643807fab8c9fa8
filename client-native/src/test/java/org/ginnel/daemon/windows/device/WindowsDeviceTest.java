// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelDeviceContract;
import org.ginnel.daemon.windows.network.EndpointRoutes;
import org.ginnel.daemon.windows.network.IpHelperModel;
import org.ginnel.daemon.windows.network.RouteRow;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsDeviceTest extends TunnelDeviceContract {
    private final DriverModel driver = new DriverModel();
    private final IpHelperModel system = new IpHelperModel();
    private final LaneAdapters adapters = new LaneAdapters(driver);

    @TempDir
    private Path state;

    private Optional<WindowsDevice> device = Optional.empty();

    @BeforeEach
    void open() {
        device = Optional.of(another(Lane.FIRST, endpoints()));
    }

    /// Of one process.
    private EndpointRoutes endpoints() {
        return new EndpointRoutes(system, state.resolve("endpoint-routes"));
    }

    private WindowsDevice another(Lane lane, EndpointRoutes endpoints) {
        return new WindowsDevice(lane, adapters, system, endpoints);
    }

    @Override
    protected TunnelDevice device() {
        return device.orElseThrow();
    }

    @Override
    protected DevicePlan plan() {
        return Plans.device();
    }

    @Override
    protected void lose() {
        system.vanish(adapters.existing().values().iterator().next());
    }

    @Test
    void start_keysBeforeTheLinkIsUp() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(driver.calls).containsSubsequence("create ginnel0", "configure 1", "up");
        assertThat(system.addresses).hasSize(2);
        assertThat(system.interfaces).hasSize(2);
    }

    /// The firewall's filters name it by its number.
    @Test
    void stop_keepsTheAdapter_withoutKeys() {
        var before = adapters.luid(Lane.FIRST);
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().stop()).isEmpty();
        assertThat(adapters.luid(Lane.FIRST)).isEqualTo(before);
        assertThat(driver.calls).endsWith("down", "configure 0");
        assertThat(system.addresses).isEmpty();
        adapters.close();
        assertThat(driver.adapters).isZero();
    }

    @Test
    void start_endpointHasItsOwnRoute_whichFollowsTheNetwork_untilStop() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(gateway()).isEqualTo("192.168.1.1");
        system.move("10.20.0.1");
        assertThat(device().roam()).isEmpty();
        assertThat(gateway()).isEqualTo("10.20.0.1");
        assertThat(driver.calls).endsWith("update");
        assertThat(device().stop()).isEmpty();
        assertThat(gateway()).isEqualTo("none");
    }

    /// Each call would leave WireGuard's own packets without a way for a moment.
    @Test
    void roam_inTheSameNetwork_touchesNoRoute() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.failures.put("addRoute", 5);
        system.failures.put("deleteRoute", 5);
        assertThat(device().roam()).isEmpty();
        assertThat(gateway()).isEqualTo("192.168.1.1");
        system.failures.clear();
    }

    @Test
    void twoLanesWithTheSameEndpoint_haveOneRoute_untilTheLastStops() {
        var endpoints = endpoints();
        var first = another(Lane.FIRST, endpoints);
        var second = another(Lane.SECOND, endpoints);
        assertThat(first.start(plan(), () -> {})).isEmpty();
        assertThat(second.start(
                        new DevicePlan(Lane.SECOND, plan().config(), plan().endpoint(), plan().mtu()), () -> {}))
                .isEmpty();
        system.move("10.20.0.1");
        assertThat(first.roam()).isEmpty();
        assertThat(second.roam()).isEmpty();
        assertThat(gateway()).isEqualTo("10.20.0.1");
        assertThat(first.stop()).isEmpty();
        assertThat(gateway()).isEqualTo("10.20.0.1");
        assertThat(second.stop()).isEmpty();
        assertThat(gateway()).isEqualTo("none");
    }

    /// The adapter goes with a killed daemon, the route stays until Windows restarts.
    @Test
    void whatAKilledDaemonLeft_isTakenAwayByTheNextOne() {
        var before = List.copyOf(system.routes);
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(another(Lane.THIRD, endpoints()).stop()).isEmpty();
        assertThat(system.routes).isEqualTo(before);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void whatAKilledDaemonLeft_inAnotherNetwork_isTakenAwayByTheNextConnect() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.move("10.20.0.1");
        assertThat(another(Lane.FIRST, endpoints()).start(plan(), () -> {})).isEmpty();
        assertThat(gateway()).isEqualTo("10.20.0.1");
        assertThat(system.routes)
                .filteredOn(row -> row.network().prefix() == 32)
                .hasSize(1);
    }

    @Test
    void aRouteThatSomebodyElseHasMade_staysThere() {
        var theirs = new RouteRow(
                IpHelperModel.network("203.0.113.6/32"),
                IpHelperModel.WIFI,
                IpLiteral.parse("192.168.1.1"),
                0,
                RouteRow.BY_PROGRAM);
        system.routes.add(theirs);
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().stop()).isEmpty();
        assertThat(system.routes).contains(theirs);
    }

    @Test
    void stop_whereTheRouteStays_saysSo_andKeepsItInMind() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.failures.put("deleteRoute", 5);
        assertThat(device().stop())
                .contains(new SystemRefused(Part.ROUTES, "DeleteIpForwardEntry2", "error 0x00000005"));
        system.failures.clear();
        assertThat(another(Lane.FIRST, endpoints()).stop()).isEmpty();
        assertThat(gateway()).isEqualTo("none");
    }

    private String gateway() {
        return system.routes.stream()
                .filter(row -> row.network().equals(IpHelperModel.network("203.0.113.6/32")))
                .flatMap(row -> row.nextHop().stream())
                .map(IpLiteral::format)
                .findFirst()
                .orElse("none");
    }

    @Test
    void passed_isWhatWindowsCounts() {
        assertThat(device().passed()).isEmpty();
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().passed()).contains(new TunnelDevice.Passed(11, 12));
    }

    @Test
    void start_withoutTheLibrary_saysSo() {
        driver.missing = true;
        assertThat(device().start(plan(), () -> {})).contains(new EngineMissing());
    }

    @ParameterizedTest
    @CsvSource({
        "create, DEVICE, WireGuardCreateAdapter",
        "up, DEVICE, WireGuardSetAdapterState",
        "addAddress, DEVICE, CreateUnicastIpAddressEntry",
        "setInterface, DEVICE, SetIpInterfaceEntry",
        "routes, ROUTES, GetIpForwardTable2",
        "addRoute, ROUTES, CreateIpForwardEntry2",
    })
    void start_refusedAnywhere_saysWhere_andLeavesNothing(String call, Part part, String function) {
        driver.failures.put(call, 5);
        system.failures.put(call, 5);
        assertThat(device().start(plan(), () -> {})).contains(new SystemRefused(part, function, "error 0x00000005"));
        assertThat(device().status()).isEmpty();
        assertThat(system.addresses).isEmpty();
        driver.failures.clear();
        system.failures.clear();
    }
}
