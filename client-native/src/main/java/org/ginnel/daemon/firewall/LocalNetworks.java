// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

import java.util.List;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpNetwork;

/// What counts as the local network, in the order in which rules name it (`docs/security.md`, paragraph 8).
public final class LocalNetworks {
    /// Prefixes of hosts: RFC 1918, RFC 3927, RFC 4291, RFC 4193.
    public static final List<IpNetwork> HOSTS =
            networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fe80::/10", "fc00::/7");

    /// Multicast and broadcast that stay in the local network or the site: RFC 5771, RFC 2365, RFC 4291.
    public static final List<IpNetwork> GROUPS = networks(
            "224.0.0.0/24", "239.0.0.0/8", "255.255.255.255/32", "ff02::/16", "ff03::/16", "ff04::/16", "ff05::/16");

    /// Where a DHCP server of IPv4 is asked: by broadcast, or at an address of the local network (RFC 2131).
    public static final List<IpNetwork> DHCP_SERVERS =
            networks("255.255.255.255/32", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");

    /// Where DHCP servers of IPv6 are asked (RFC 8415, section 7.1).
    public static final List<IpNetwork> DHCP6_SERVERS = networks("ff02::1:2/128", "ff05::1:3/128");

    /// Addresses of one link (RFC 4291, section 2.5.6).
    public static final IpNetwork LINK = networks("fe80::/10").getFirst();

    /// Multicast of one link (RFC 4291, section 2.7).
    public static final IpNetwork LINK_GROUPS = networks("ff02::/16").getFirst();

    private LocalNetworks() {}

    private static List<IpNetwork> networks(String... texts) {
        return Stream.of(texts).map(text -> IpNetwork.parse(text).orElseThrow()).toList();
    }
}
