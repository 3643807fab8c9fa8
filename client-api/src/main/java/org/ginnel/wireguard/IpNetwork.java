// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/// An address and how much of it names the network: `10.7.0.2/24` keeps its host part. Prints in canonical form.
///
/// @param address never looked up by name
/// @param prefix leading bits of the network, 0 to 32 or 0 to 128
public record IpNetwork(InetAddress address, int prefix) {
    public IpNetwork {
        if (prefix < 0 || prefix > bits(address)) {
            throw new IllegalArgumentException("a prefix is 0 to " + bits(address) + ", not " + prefix);
        }
    }

    /// The network of that one address.
    public static IpNetwork host(InetAddress address) {
        return new IpNetwork(address, bits(address));
    }

    /// Reads `address/prefix`, or an address that stands for itself alone; empty for anything else.
    public static Optional<IpNetwork> parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return IpLiteral.parse(text).map(IpNetwork::host);
        }
        var digits = text.substring(slash + 1);
        return IpLiteral.parse(text.substring(0, slash))
                .flatMap(address -> Numbers.upTo65535(digits)
                        .filter(prefix -> prefix <= bits(address))
                        .map(prefix -> new IpNetwork(address, prefix)));
    }

    /// Whether this is an IPv4 network.
    public boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    /// Whether this is everything: `0.0.0.0/0` or `::/0`.
    public boolean isDefault() {
        return prefix == 0;
    }

    /// This network with the host part zeroed: `10.7.0.2/24` becomes `10.7.0.0/24`.
    public IpNetwork masked() {
        var bytes = address.getAddress();
        for (int bit = prefix; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return new IpNetwork(IpLiteral.address(bytes), prefix);
    }

    /// Whether `other` lies in this network. Never across families.
    public boolean contains(InetAddress other) {
        return bits(other) == bits(address)
                && new IpNetwork(other, prefix).masked().equals(masked());
    }

    /// Whether all of `other` lies in this network.
    public boolean contains(IpNetwork other) {
        return other.prefix >= prefix && contains(other.address);
    }

    private static int bits(InetAddress address) {
        return address instanceof Inet4Address ? 32 : 128;
    }

    @Override
    public String toString() {
        return IpLiteral.format(address) + "/" + prefix;
    }
}
