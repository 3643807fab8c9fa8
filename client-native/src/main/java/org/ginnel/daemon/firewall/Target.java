// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

import static java.util.Comparator.comparingInt;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ginnel.wireguard.IpLiteral;

/// One place that a policy lets be reached. Host names never get here: an unresolved endpoint is refused.
///
/// @param port 1 to 65535
public record Target(InetAddress address, int port) {
    private static final Comparator<Target> ORDER = comparingInt((Target target) -> target.isIpv4() ? 0 : 1)
            .thenComparing(Target::literal)
            .thenComparingInt(Target::port);

    /// The endpoints in a fixed order.
    ///
    /// @throws IllegalArgumentException for one without an address or a port
    public static List<Target> of(Collection<InetSocketAddress> endpoints) {
        return endpoints.stream().map(Target::of).distinct().sorted(ORDER).toList();
    }

    private static Target of(InetSocketAddress endpoint) {
        if (endpoint.isUnresolved() || endpoint.getPort() == 0) {
            throw new IllegalArgumentException("an endpoint has an address and a port");
        }
        return new Target(Objects.requireNonNull(endpoint.getAddress()), endpoint.getPort());
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
