// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpNetwork;

/// A network inside the tunnel whose addresses are numbered: 1 is the gateway, 2 to [#last()] are for peers, and a peer
/// has the same number in both families.
///
/// @param ipv4 /8 to /30, without host bits
/// @param ipv6 with room for as many numbers, without host bits; absent for a server without IPv6
public record Subnet(IpNetwork ipv4, Optional<IpNetwork> ipv6) {
    static final int GATEWAY = 1;
    static final int FIRST = 2;

    public Subnet {
        if (!ipv4.isIpv4() || ipv4.prefix() < 8 || ipv4.prefix() > 30 || !isMasked(ipv4)) {
            throw new IllegalArgumentException("ipv4 is an IPv4 network from /8 to /30, such as 10.7.0.0/24");
        }
        var longest = 128 - (32 - ipv4.prefix());
        if (ipv6.filter(n -> n.isIpv4() || n.prefix() > longest || !isMasked(n)).isPresent()) {
            throw new IllegalArgumentException(
                    "ipv6 is an IPv6 network with room for as many peers as ipv4, such as fddd:2c4:2c4:2c4::/64");
        }
    }

    private static boolean isMasked(IpNetwork network) {
        return network.equals(network.masked());
    }

    /// The last number that a peer may have.
    int last() {
        return (1 << (32 - ipv4.prefix())) - 2;
    }

    /// The addresses of a number with the prefix of the network, IPv4 first.
    List<IpNetwork> withPrefix(int number) {
        return networks()
                .map(n -> new IpNetwork(address(n, number), n.prefix()))
                .toList();
    }

    /// The addresses of a number, alone.
    List<IpNetwork> alone(int number) {
        return networks().map(n -> IpNetwork.host(address(n, number))).toList();
    }

    /// The number of an IPv4 address inside.
    int number(InetAddress address) {
        var network = ByteBuffer.wrap(ipv4.address().getAddress()).getInt();
        return ByteBuffer.wrap(address.getAddress()).getInt() ^ network;
    }

    /// Whether an address may belong to both.
    boolean overlaps(Subnet other) {
        return networks().anyMatch(one -> other.networks().anyMatch(two -> one.contains(two) || two.contains(one)));
    }

    private Stream<IpNetwork> networks() {
        return Stream.concat(Stream.of(ipv4), ipv6.stream());
    }

    private static InetAddress address(IpNetwork network, int number) {
        var bytes = network.address().getAddress();
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 1 - i] |= (byte) (number >>> (8 * i));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
