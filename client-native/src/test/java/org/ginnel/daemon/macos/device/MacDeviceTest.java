// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.Golden.assertGolden;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.macos.RoutingModel;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelDeviceContract;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacDeviceTest extends TunnelDeviceContract {
    private static final String ENDPOINT = "203.0.113.6";

    private final RoutingModel system = new RoutingModel();
    private final FakeEngine engine = new FakeEngine(system);

    @TempDir
    private Path state;

    private Optional<MacDevice> device = Optional.empty();

    @BeforeEach
    void open() {
        device = Optional.of(another());
    }

    /// Of another process, which finds what this one left.
    private MacDevice another() {
        return new MacDevice(Lane.FIRST, system, engine, state, _ -> Optional.of(new TunnelDevice.Passed(1, 2)));
    }

    private MacDevice another(Lane lane) {
        return new MacDevice(lane, system, new FakeEngine(system), state, _ -> Optional.empty());
    }

    private DevicePlan beside() {
        return new DevicePlan(Lane.SECOND, plan().config(), plan().endpoint(), plan().mtu());
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
        engine.end();
    }

    @Test
    void raise_isItsGolden() {
        var calls = DeviceCalls.raise(Plans.device());
        assertGolden(
                "macos/device/raise.calls",
                calls.stream().map(argv -> String.join(" ", argv) + "\n").collect(Collectors.joining()));
    }

    @Test
    void start_endpointHasItsOwnRoute_untilStop() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isTrue();
        assertThat(device().stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isFalse();
    }

    @Test
    void stop_afterACrash_findsTheRouteOfTheEarlierProcess() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(another().stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isFalse();
    }

    @Test
    void roam_afterAnotherNetwork_leadsTheEndpointByTheNewGateway() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.move("10.20.0.1");
        assertThat(device().roam()).isEmpty();
        assertThat(system.has(ENDPOINT, "10.20.0.1")).isTrue();
        assertThat(engine.calls).last().asString().startsWith("roam");
    }

    /// Each call would be told to whoever watches routes, as another change of the network.
    @Test
    void roam_inTheSameNetwork_touchesNoRoute() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.ran.clear();
        assertThat(device().roam()).isEmpty();
        assertThat(system.ran).containsExactly("netstat -rn -f inet");
        assertThat(engine.calls).last().asString().startsWith("roam");
    }

    /// Both go by the one route that there can be.
    @Test
    void roam_ofTwoLanesWithTheSameEndpoint_movesTheirRoute() {
        var other = another(Lane.SECOND);
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(other.start(beside(), () -> {})).isEmpty();
        system.move("10.20.0.1");
        assertThat(device().roam()).isEmpty();
        assertThat(other.roam()).isEmpty();
        assertThat(system.has(ENDPOINT, "10.20.0.1")).isTrue();
        assertThat(device().stop()).isEmpty();
        assertThat(other.stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "10.20.0.1")).isFalse();
    }

    @Test
    void aRouteThatSomebodyElseHasSet_isLeftAsItIs() {
        var theirs = List.of("route", "-q", "-n", "add", "-inet", ENDPOINT, "-gateway", "192.168.1.254");
        system.run(Command.of(theirs.toArray(String[]::new)));
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().roam()).isEmpty();
        assertThat(device().stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.254")).isTrue();
    }

    /// A network that another lane carries is not one of this machine.
    @Test
    void start_endpointInANetworkOfAnotherTunnel_hasItsOwnRoute() {
        system.appear("utun227");
        system.run(Command.of("route", "-q", "-n", "add", "-inet", "203.0.113.0/24", "-interface", "utun227"));
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isTrue();
    }

    /// Else nobody would ever take it away.
    @Test
    void stop_whereTheRouteStays_saysSo_andKeepsItInMind() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.stubborn = true;
        assertThat(device().stop()).contains(new SystemRefused(Part.ROUTES, "route", "exit 1: route: busy"));
        system.stubborn = false;
        assertThat(another().stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isFalse();
    }

    @Test
    void stop_whereTheRouteHasGoneByItself_isNoRefusal() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        system.remove(ENDPOINT);
        system.stubborn = true;
        assertThat(device().stop()).isEmpty();
    }

    @Test
    void retryHandshake_elsewhere_movesTheRoute() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().retryHandshake(at("203.0.113.99"))).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isFalse();
        assertThat(system.has("203.0.113.99", "192.168.1.1")).isTrue();
    }

    @Test
    void stop_whileTheOtherLaneHasTheSameEndpoint_leavesTheRoute() {
        var other = another(Lane.SECOND);
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(other.start(beside(), () -> {})).isEmpty();
        assertThat(device().stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isTrue();
        assertThat(other.stop()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isFalse();
    }

    @Test
    void start_endpointInTheLocalNetwork_needsNoRoute() {
        assertThat(device().start(at("192.168.1.77"), () -> {})).isEmpty();
        assertThat(system.ran).noneMatch(call -> call.contains("-gateway"));
    }

    @Test
    void start_withoutAnyGateway_leadsNowhereUntilThereIsOne() {
        system.remove("default");
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(system.has(ENDPOINT, "127.0.0.1")).isTrue();
        system.move("192.168.1.1");
        assertThat(device().roam()).isEmpty();
        assertThat(system.has(ENDPOINT, "192.168.1.1")).isTrue();
    }

    @Test
    void start_withoutTheEngine_saysSo() {
        engine.refusal = Optional.of(new EngineMissing());
        assertThat(device().start(plan(), () -> {})).contains(new EngineMissing());
        assertThat(device().status()).isEmpty();
    }

    @Test
    void start_refusedByTheSystem_leavesNothing() {
        system.broken = true;
        assertThat(device().start(plan(), () -> {}))
                .contains(new SystemRefused(Part.DEVICE, "ifconfig", "no end after PT5S"));
        assertThat(device().status()).isEmpty();
        system.broken = false;
    }

    @Test
    void passed_isWhatTheKernelCounts_whileThereIsADevice() {
        assertThat(device().passed()).isEmpty();
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().passed()).contains(new TunnelDevice.Passed(1, 2));
    }

    private static DevicePlan at(String address) {
        return Plans.device(new InetSocketAddress(InetAddress.ofLiteral(address), 51820));
    }
}
