// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// The calls that make a plain interface the tunnel's, as `wg-quick` of macOS makes them. Pure; goldens in
/// `golden/macos/device`.
final class DeviceCalls {
    private DeviceCalls() {}

    /// Addresses that bring no route of a network with them, the MTU, and the link up.
    static List<List<String>> raise(DevicePlan plan) {
        List<List<String>> calls = new ArrayList<>();
        var device = MacNames.device(plan.lane());
        for (var own : plan.config().local().addresses()) {
            var host = IpNetwork.host(own.address());
            calls.add(
                    host.isIpv4()
                            ? List.of("ifconfig", device, "inet", host.toString(), literal(host), "alias")
                            : List.of("ifconfig", device, "inet6", host.toString(), "alias"));
        }
        calls.add(List.of("ifconfig", device, "mtu", Integer.toString(plan.mtu())));
        calls.add(List.of("ifconfig", device, "up"));
        return calls;
    }

    private static String literal(IpNetwork host) {
        return IpLiteral.format(host.address());
    }
}
