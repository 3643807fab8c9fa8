// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.net.InetAddress;
import java.util.Arrays;

/// Addresses that no operator may send us to: a config that names one as an endpoint or a resolver is an attack or a
/// mistake. Looks through the IPv6 forms that carry an IPv4 address.
public final class SpecialAddress {
    private SpecialAddress() {}

    /// Whether the address is unspecified, loopback, link-local, multicast or broadcast.
    public static boolean isForbiddenTarget(InetAddress address) {
        return isLinkLocal(address) || isNoHost(address);
    }

    /// Whether the address can be no interface's own: unspecified, loopback, multicast or broadcast. Link-local
    /// addresses may be.
    static boolean isNoHost(InetAddress address) {
        var bytes = inner(address);
        if (bytes.length == 4) {
            var first = bytes[0] & 255;
            var broadcast = Arrays.equals(bytes, new byte[] {-1, -1, -1, -1});
            return first == 0 || first == 127 || (first >= 224 && first <= 239) || broadcast;
        }
        return address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isMulticastAddress();
    }

    private static boolean isLinkLocal(InetAddress address) {
        var bytes = inner(address);
        return bytes.length == 4 ? (bytes[0] & 255) == 169 && (bytes[1] & 255) == 254 : address.isLinkLocalAddress();
    }

    /// The IPv4 address within `::ffff:a.b.c.d` or the obsolete `::a.b.c.d`, else the address itself.
    private static byte[] inner(InetAddress address) {
        var bytes = address.getAddress();
        var embedded = bytes.length == 16
                && (isMapped(bytes) || Arrays.equals(bytes, 0, 12, new byte[12], 0, 12))
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress();
        return embedded ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    /// Whether the 16 bytes are `::ffff:a.b.c.d` (RFC 4291, section 2.5.5.2).
    static boolean isMapped(byte[] bytes) {
        return bytes.length == 16
                && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10)
                && bytes[10] == -1
                && bytes[11] == -1;
    }
}
