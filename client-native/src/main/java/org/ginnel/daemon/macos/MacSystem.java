// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.macos.device.MacDevice;
import org.ginnel.daemon.macos.dns.MacDns;
import org.ginnel.daemon.macos.firewall.PfFirewall;
import org.ginnel.daemon.macos.route.MacRoutes;
import org.ginnel.daemon.macos.watch.MacWatch;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.process.SystemChildren;
import org.ginnel.daemon.process.SystemCommands;

/// The ports of a Mac, wired. Opening it changes nothing.
public record MacSystem(Firewall firewall, Map<Lane, TunnelDevice> devices, Routes routes, Dns dns, SystemWatch watch) {
    private static final Path ENGINE_SOCKETS = Path.of("/var/run/wireguard");

    /// The ports of the machine this runs on.
    ///
    /// @param stateDir exists and is root's alone; holds what has to be put back after a crash
    /// @param daemonUid the user whose sockets may reach the API while everything else is blocked
    public static MacSystem open(SystemCommands commands, Path stateDir, int daemonUid) {
        var children = SystemChildren.abandoned(commands);
        Map<Lane, TunnelDevice> devices = new EnumMap<>(Lane.class);
        for (var lane : Lane.values()) {
            devices.put(lane, new MacDevice(lane, commands, children, ENGINE_SOCKETS, stateDir));
        }
        return new MacSystem(
                new PfFirewall(commands, daemonUid, stateDir),
                devices,
                new MacRoutes(commands),
                new MacDns(commands),
                new MacWatch(children, commands));
    }
}
