// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpNetwork;

/// The addresses inside the tunnel of one server. They are numbered: slot 1 is the gateway, slots 2 to [#lastSlot()]
/// are for peers, and a peer has the same slot in both families.
///
/// @param ipv4 /8 to /30, without host bits
/// @param ipv6 with room for as many slots, without host bits; absent for a server without IPv6
public record TunnelNetwork(IpNetwork ipv4, Optional<IpNetwork> ipv6) {
    private static final int GATEWAY_SLOT = 1;

    /// The first slot that a peer may have.
    public static final int FIRST_SLOT = 2;

    public TunnelNetwork {
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

    /// The last slot that a peer may have.
    public int lastSlot() {
        return (1 << (32 - ipv4.prefix())) - 2;
    }

    /// The gateway's own addresses, with the prefix of the network.
    public List<IpNetwork> gateway() {
        return interfaceAddresses(GATEWAY_SLOT);
    }

    /// What a peer puts on its interface: its addresses with the prefix of the network, IPv4 first.
    public List<IpNetwork> interfaceAddresses(int slot) {
        return networks().map(n -> new IpNetwork(address(n, slot), n.prefix())).toList();
    }

    /// What the gateway lets the peer send from: its addresses alone.
    public List<IpNetwork> allowedIps(int slot) {
        return networks().map(n -> IpNetwork.host(address(n, slot))).toList();
    }

    private Stream<IpNetwork> networks() {
        return Stream.concat(Stream.of(ipv4), ipv6.stream());
    }

    private InetAddress address(IpNetwork network, int slot) {
        if (slot < GATEWAY_SLOT || slot > lastSlot()) {
            throw new IllegalArgumentException("slot " + slot + " is not in " + network);
        }
        var bytes = network.address().getAddress();
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 1 - i] |= (byte) (slot >>> (8 * i));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
