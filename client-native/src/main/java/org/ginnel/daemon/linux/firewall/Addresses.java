// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ginnel.wireguard.IpNetwork;

/// Addresses as nftables spells them. Host names never get here: an unresolved endpoint is refused.
final class Addresses {
    /// Prefixes of local networks: RFC 1918, RFC 3927, RFC 4193, RFC 4291.
    static final String LAN4 = "{ 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 }";

    static final String LAN6 = "{ fe80::/10, fc00::/7 }";

    /// Multicast and broadcast that stay in the local network or the site: RFC 5771, RFC 2365, RFC 4291.
    static final String LOCAL_MULTICAST4 = "{ 224.0.0.0/24, 239.0.0.0/8, 255.255.255.255 }";

    static final String LOCAL_MULTICAST6 = "{ ff02::/16, ff03::/16, ff04::/16, ff05::/16 }";

    private Addresses() {}

    /// `ip` or `ip6`.
    static String family(InetAddress address) {
        return address instanceof Inet4Address ? "ip" : "ip6";
    }

    /// The address without zone or name.
    static String literal(InetAddress address) {
        var network = IpNetwork.host(address).toString();
        return network.substring(0, network.indexOf('/'));
    }

    /// The addresses of one family as a set, in a fixed order; empty when there are none.
    static String set(Collection<InetAddress> addresses, String family) {
        var literals = addresses.stream()
                .filter(address -> family(address).equals(family))
                .map(Addresses::literal)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return literals.isEmpty() ? "" : "{ " + literals + " }";
    }

    /// The endpoints in a fixed order.
    static List<Target> targets(Collection<InetSocketAddress> endpoints) {
        return endpoints.stream().map(Target::of).distinct().sorted().toList();
    }

    /// One endpoint.
    record Target(String family, String address, int port) implements Comparable<Target> {
        static Target of(InetSocketAddress endpoint) {
            if (endpoint.isUnresolved() || endpoint.getPort() == 0) {
                throw new IllegalArgumentException("an endpoint has an address and a port");
            }
            var address = Objects.requireNonNull(endpoint.getAddress());
            return new Target(Addresses.family(address), literal(address), endpoint.getPort());
        }

        @Override
        public int compareTo(Target other) {
            return toString().compareTo(other.toString());
        }
    }
}
