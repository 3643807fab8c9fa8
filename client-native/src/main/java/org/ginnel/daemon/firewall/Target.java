// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.ginnel.wireguard.IpLiteral;

/// One place that a policy lets be reached. Host names never get here: an unresolved endpoint is refused.
///
/// @param port 1 to 65535
public record Target(InetAddress address, int port) {
    /// The endpoints in a fixed order.
    ///
    /// @throws IllegalArgumentException for one without an address or a port
    public static List<Target> of(Collection<InetSocketAddress> endpoints) {
        return endpoints.stream()
                .map(Target::of)
                .distinct()
                .sorted(Target::order)
                .toList();
    }

    private static Target of(InetSocketAddress endpoint) {
        if (endpoint.isUnresolved() || endpoint.getPort() == 0) {
            throw new IllegalArgumentException("an endpoint has an address and a port");
        }
        return new Target(Objects.requireNonNull(endpoint.getAddress()), endpoint.getPort());
    }

    /// Written out, since what `Comparator` joins is made of classes that no cache holds, on the way of the first
    /// click.
    private static int order(Target one, Target other) {
        if (one.isIpv4() != other.isIpv4()) {
            return one.isIpv4() ? -1 : 1;
        }
        var byAddress = one.literal().compareTo(other.literal());
        return byAddress != 0 ? byAddress : Integer.compare(one.port, other.port);
    }

    /// Whether the address is one of IPv4.
    public boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    /// The address without zone or name.
    public String literal() {
        return IpLiteral.format(address);
    }
}
