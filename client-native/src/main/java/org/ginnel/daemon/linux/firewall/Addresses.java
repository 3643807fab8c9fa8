// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.ginnel.daemon.firewall.LocalNetworks;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// Addresses as nftables spells them.
final class Addresses {
    static final String LAN4 = networks(LocalNetworks.HOSTS, true);
    static final String LAN6 = networks(LocalNetworks.HOSTS, false);
    static final String LOCAL_MULTICAST4 = networks(LocalNetworks.GROUPS, true);
    static final String LOCAL_MULTICAST6 = networks(LocalNetworks.GROUPS, false);
    static final String DHCP_SERVERS = networks(LocalNetworks.DHCP_SERVERS, true);
    static final String DHCP6_SERVERS = networks(LocalNetworks.DHCP6_SERVERS, false);

    private Addresses() {}

    /// `ip` or `ip6`.
    static String family(InetAddress address) {
        return address instanceof Inet4Address ? "ip" : "ip6";
    }

    /// The address without zone or name.
    static String literal(InetAddress address) {
        return IpLiteral.format(address);
    }

    /// The addresses of one family as a set, in a fixed order; one alone as itself, which the kernel compares
    /// quicker; empty when there are none.
    static String set(Collection<InetAddress> addresses, String family) {
        var literals = addresses.stream()
                .filter(address -> family(address).equals(family))
                .map(Addresses::literal)
                .distinct()
                .sorted()
                .toList();
        return literals.size() < 2 ? String.join("", literals) : "{ " + String.join(", ", literals) + " }";
    }

    private static String networks(List<IpNetwork> networks, boolean ipv4) {
        return networks.stream()
                .filter(network -> network.isIpv4() == ipv4)
                .map(network -> network.equals(IpNetwork.host(network.address()))
                        ? literal(network.address())
                        : network.toString())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
