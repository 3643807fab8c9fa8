// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;
import org.ginnel.wireguard.IpNetwork;

/// Looks names up, and refuses those that lead to this machine or its network. What it answered is what is connected
/// to, so a name that answers differently the next time gains nothing.
final class PublicAddresses implements Dns {
    /// IANA's special-purpose registries, as far as they are not reachable from everywhere (RFC 6890).
    private static final List<IpNetwork> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/127",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .stream()
            .map(text -> IpNetwork.parse(text).orElseThrow())
            .toList();

    /// What OkHttp takes for an address: for these it asks no resolver.
    private static final Pattern LITERAL = Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:.]*)|([0-9.]+)");

    private final Dns system;

    PublicAddresses(Dns system) {
        this.system = system;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var addresses = system.lookup(host);
        if (addresses.stream().anyMatch(PublicAddresses::isSpecial)) {
            throw new UnknownHostException(
                    "it leads to an address that is not public; \"may_be_private\" in the servers file allows that");
        }
        return addresses;
    }

    /// Whether a host is an address, in any of the spellings that need no lookup, and a special one.
    static boolean isSpecialLiteral(String host) {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (!LITERAL.matcher(bare).matches()) {
            return false;
        }
        try {
            return isSpecial(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return true; // looks like an address and is none: not to be connected to
        }
    }

    static boolean isSpecial(InetAddress address) {
        return SPECIAL.stream().anyMatch(network -> network.contains(address));
    }
}
