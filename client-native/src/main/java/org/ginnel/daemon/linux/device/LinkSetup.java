// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.LinkAddress;
import org.ginnel.daemon.linux.netlink.Request;
import org.ginnel.wireguard.IpNetwork;

/// What makes a plain interface the tunnel's. Pure; goldens in `golden/linux/device`.
final class LinkSetup {
    private LinkSetup() {}

    /// Addresses that bring no route of a network with them, the MTU, and the link up. IPv6 is kept from making
    /// up an address before the link is up: afterwards it would be too late.
    ///
    /// @param index of the interface
    /// @param ipv6 whether this machine has it; without, our IPv6 addresses are left out
    static List<Request> raise(DevicePlan plan, int index, boolean ipv6) {
        List<Request> requests = new ArrayList<>();
        plan.config().local().addresses().stream()
                .filter(network -> ipv6 || network.isIpv4())
                .map(network -> new LinkAddress(index, IpNetwork.host(network.address())).add())
                .forEach(requests::add);
        if (ipv6) {
            requests.add(Link.withoutOwnAddress(index));
        }
        requests.add(Link.raise(index, plan.mtu()));
        return requests;
    }
}
