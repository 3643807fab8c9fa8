// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpNetwork;

/// A family of addresses, with its number in `sys/socket.h`.
public enum Family {
    IPV4(2, 4),
    IPV6(10, 16);

    private final int number;
    private final int bytes;

    Family(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    int number() {
        return number;
    }

    /// The family that the kernel calls `number`; empty for those we do not know, such as MPLS.
    static Optional<Family> of(int number) {
        return Stream.of(values()).filter(family -> family.number == number).findFirst();
    }

    /// The family of `network`.
    public static Family of(IpNetwork network) {
        return network.isIpv4() ? IPV4 : IPV6;
    }

    /// All of its addresses.
    public IpNetwork everything() {
        return new IpNetwork(address(new byte[bytes]).orElseThrow(), 0);
    }

    /// The address that these bytes are; empty when they are not as many as an address has.
    Optional<InetAddress> address(byte[] octets) {
        if (octets.length != bytes) {
            return Optional.empty();
        }
        try {
            // InetAddress.getByAddress would turn ::ffff:1.2.3.4 into an IPv4 address behind our back.
            return Optional.of(
                    this == IPV4 ? InetAddress.getByAddress(octets) : Inet6Address.getByAddress(null, octets, -1));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The network that `prefix` leading bits of an address name; empty when no address has so many.
    Optional<IpNetwork> network(InetAddress address, int prefix) {
        return prefix > 8 * bytes ? Optional.empty() : Optional.of(new IpNetwork(address, prefix));
    }
}
