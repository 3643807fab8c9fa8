// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.List;
import org.ginnel.wireguard.IpNetwork;

/// Gives a device the gateway's own addresses inside the tunnel, and with them the routes of these networks. Takes none
/// away. Used by one thread at a time.
public final class InterfaceAddresses {
    private final InterfaceName name;
    private final Commands commands;
    private List<IpNetwork> given = List.of();

    public InterfaceAddresses(InterfaceName name, Commands commands) {
        this.name = name;
        this.commands = commands;
    }

    /// Sees to it that the device has these; does nothing when it was given them before.
    public void ensure(List<IpNetwork> addresses) throws DeviceException {
        if (addresses.equals(given)) {
            return;
        }
        for (var address : addresses) {
            commands.run(List.of("ip", "address", "replace", address.toString(), "dev", name.text()), "");
        }
        commands.run(List.of("ip", "link", "set", name.text(), "up"), "");
        given = List.copyOf(addresses);
    }

    /// The next time they are given again: the device may be another one.
    public void forget() {
        given = List.of();
    }
}
