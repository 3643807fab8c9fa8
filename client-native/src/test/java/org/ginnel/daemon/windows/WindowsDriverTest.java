// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.loop.DriverOnSystem;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelProver;
import org.ginnel.daemon.windows.device.DriverModel;
import org.ginnel.daemon.windows.device.LaneAdapters;
import org.ginnel.daemon.windows.device.ModelledAdapters;
import org.ginnel.daemon.windows.device.WindowsDevice;
import org.ginnel.daemon.windows.dns.ModelledDns;
import org.ginnel.daemon.windows.dns.RegistryModel;
import org.ginnel.daemon.windows.firewall.FilterEngineModel;
import org.ginnel.daemon.windows.firewall.ModelledFirewall;
import org.ginnel.daemon.windows.network.EndpointRoutes;
import org.ginnel.daemon.windows.network.IpHelperModel;
import org.ginnel.daemon.windows.network.RouteRow;
import org.ginnel.daemon.windows.network.WindowsRoutes;
import org.junit.jupiter.api.io.TempDir;

class WindowsDriverTest extends DriverOnSystem {
    private final IpHelperModel system = new IpHelperModel();
    private final FilterEngineModel engine = new FilterEngineModel();
    private final RegistryModel registry = new RegistryModel();
    private final DriverModel driver = new DriverModel();
    private final LaneAdapters adapters = ModelledAdapters.of(driver);
    private final Firewall firewall = ModelledFirewall.of(engine, adapters);
    private final Dns dns = ModelledDns.of(registry);
    private final WindowsRoutes routes = new WindowsRoutes(system, adapters);
    private final List<RouteRow> before = List.copyOf(system.routes);

    @TempDir
    private Path state;

    @Override
    protected Ports ports(TunnelProver prover) {
        var endpoints = new EndpointRoutes(system, state.resolve("endpoint-routes"));
        Map<Lane, TunnelDevice> devices = Arrays.stream(Lane.values())
                .collect(Collectors.toMap(lane -> lane, lane -> new WindowsDevice(lane, adapters, system, endpoints)));
        return new Ports(firewall, devices, routes, dns, prover);
    }

    /// Of the models each is told by name what fails; those calls that close and lead are told by their number here.
    @Override
    protected void failAfter(int calls) {
        engine.failAfter(calls);
    }

    @Override
    protected void flushByAnother() {
        engine.flush();
    }

    @Override
    protected void serversAnswer(boolean answering) {
        driver.answer(answering);
    }

    @Override
    protected void devicesRefuse(boolean refusing) {
        driver.refuse(refusing);
    }

    @Override
    protected boolean leavesPackets() {
        return isUntouched();
    }

    @Override
    protected boolean isUntouched() {
        return !engine.hasFrame()
                && system.addresses.isEmpty()
                && system.routes.equals(before)
                && ModelledDns.isUntouched(registry);
    }
}
