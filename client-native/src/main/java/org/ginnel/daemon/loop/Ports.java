// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.util.Map;
import java.util.Objects;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelProver;

/// What the driver needs of the system.
///
/// @param devices one for each lane
public record Ports(Firewall firewall, Map<Lane, TunnelDevice> devices, Routes routes, Dns dns, TunnelProver prover) {
    public Ports {
        devices = Map.copyOf(devices);
    }

    /// The device of a lane.
    public TunnelDevice device(Lane lane) {
        return Objects.requireNonNull(devices.get(lane), "a lane has a device");
    }
}
