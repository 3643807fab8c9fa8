// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import java.util.Map;
import java.util.function.Supplier;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.port.TunnelDevice;

/// The ports of the machine this runs on.
///
/// @param resting looks for memory that the process can do without for a while; what it returns gives it back; any
///     thread
/// @param closing is run last, when nobody uses them any more
public record SystemPorts(
        Firewall firewall,
        Map<Lane, TunnelDevice> devices,
        Routes routes,
        Dns dns,
        SystemWatch watch,
        Supplier<Runnable> resting,
        Runnable closing) {
    public SystemPorts {
        devices = Map.copyOf(devices);
    }
}
