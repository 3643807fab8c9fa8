// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.windows.device.LaneAdapters;
import org.ginnel.daemon.windows.device.WindowsDevice;
import org.ginnel.daemon.windows.dns.WindowsDns;
import org.ginnel.daemon.windows.firewall.WfpFirewall;
import org.ginnel.daemon.windows.network.EndpointRoutes;
import org.ginnel.daemon.windows.network.NativeIpHelper;
import org.ginnel.daemon.windows.network.WindowsRoutes;
import org.ginnel.daemon.windows.watch.PowerEvents;
import org.ginnel.daemon.windows.watch.WindowsWatch;

/// The ports of a Windows machine, wired. Opening it changes nothing.
///
/// @param adapters to be closed last
public record WindowsSystem(
        Firewall firewall,
        Map<Lane, TunnelDevice> devices,
        Routes routes,
        Dns dns,
        SystemWatch watch,
        LaneAdapters adapters) {
    /// The ports of the machine this runs on.
    ///
    /// @param power tells of sleep and of a set clock
    /// @param stateDir exists and is the system's alone; holds what has to be put back after a crash
    public static WindowsSystem open(PowerEvents power, Path stateDir) {
        var adapters = new LaneAdapters();
        var helper = new NativeIpHelper();
        var endpoints = new EndpointRoutes(helper, stateDir.resolve("endpoint-routes"));
        Map<Lane, TunnelDevice> devices = new EnumMap<>(Lane.class);
        for (var lane : Lane.values()) {
            devices.put(lane, new WindowsDevice(lane, adapters, helper, endpoints));
        }
        return new WindowsSystem(
                new WfpFirewall(adapters),
                devices,
                new WindowsRoutes(helper, adapters),
                new WindowsDns(),
                new WindowsWatch(helper, adapters, power),
                adapters);
    }

    /// What WireGuard is called here; empty where its library is missing.
    public static Optional<String> engine() {
        return LaneAdapters.haveDriver() ? Optional.of("WireGuardNT") : Optional.empty();
    }
}
