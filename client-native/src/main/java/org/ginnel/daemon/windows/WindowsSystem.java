// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.EnumMap;
import java.util.Map;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.windows.device.LaneAdapters;
import org.ginnel.daemon.windows.device.WindowsDevice;
import org.ginnel.daemon.windows.dns.WindowsDns;
import org.ginnel.daemon.windows.firewall.WfpFirewall;
import org.ginnel.daemon.windows.network.NativeIpHelper;
import org.ginnel.daemon.windows.network.WindowsRoutes;

/// The ports of a Windows machine, wired; a watch is missing. Opening it changes nothing. Nothing opens it
/// yet (`docs/platforms.md`).
///
/// @param adapters to be closed last
public record WindowsSystem(
        Firewall firewall, Map<Lane, TunnelDevice> devices, Routes routes, Dns dns, LaneAdapters adapters) {
    /// The ports of the machine this runs on.
    public static WindowsSystem open() {
        var adapters = new LaneAdapters();
        var helper = new NativeIpHelper();
        Map<Lane, TunnelDevice> devices = new EnumMap<>(Lane.class);
        for (var lane : Lane.values()) {
            devices.put(lane, new WindowsDevice(lane, adapters, helper));
        }
        return new WindowsSystem(
                new WfpFirewall(adapters), devices, new WindowsRoutes(helper, adapters), new WindowsDns(), adapters);
    }
}
