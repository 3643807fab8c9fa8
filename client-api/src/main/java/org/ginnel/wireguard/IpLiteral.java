// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Addresses as text and back, with the rules of `inet_pton(3)`, which are `wg`'s. Never looks a name up: text that is
/// not an address is not one. No zones (`%eth0`), no short or octal forms (`127.1`, `010.0.0.1`).
public final class IpLiteral {
    private static final int LONGEST = 45;
    private static final int GROUPS = 8;

    private IpLiteral() {}

    /// The address that `text` spells. `::ffff:1.2.3.4` stays the IPv6 address that it is.
    public static Optional<InetAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text).map(IpLiteral::address);
    }

    /// The canonical spelling: RFC 5952 for IPv6.
    public static String format(InetAddress address) {
        return address instanceof Inet4Address ? address.getHostAddress() : compress(address.getAddress());
    }

    /// @param bytes 4 or 16 bytes
    static InetAddress address(byte[] bytes) {
        try {
            // InetAddress.getByAddress would turn ::ffff:1.2.3.4 into an IPv4 address behind our back.
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
        }
    }

    private static Optional<byte[]> ipv4(String text) {
        var parts = text.split("\\.", -1);
        var bytes = new byte[4];
        if (parts.length != bytes.length) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes.length; i++) {
            var part = parts[i];
            var canonical = isDigits(part) && part.length() <= 3 && (part.length() == 1 || part.charAt(0) != '0');
            if (!canonical || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(part);
        }
        return Optional.of(bytes);
    }

    private static Optional<InetAddress> ipv6(String text) {
        var gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(b -> b.length == 2 * GROUPS).map(IpLiteral::address);
        }
        var before = groups(text.substring(0, gap));
        var after = groups(text.substring(gap + 2));
        if (before.isEmpty() || after.isEmpty() || endsInIpv4(text.substring(0, gap))) {
            return Optional.empty();
        }
        var head = before.get();
        var tail = after.get();
        if (head.length + tail.length > 2 * (GROUPS - 1)) {
            return Optional.empty();
        }
        var bytes = new byte[2 * GROUPS];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return Optional.of(address(bytes));
    }

    private static boolean endsInIpv4(String text) {
        return text.indexOf('.') >= 0;
    }

    /// The bytes of colon-separated groups, of which the last may be a dotted IPv4 address; none for an empty text.
    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        var parts = text.split(":", -1);
        var last = parts[parts.length - 1];
        var dotted = endsInIpv4(last) ? ipv4(last) : Optional.<byte[]>empty();
        if (parts.length > GROUPS || (endsInIpv4(last) && dotted.isEmpty())) {
            return Optional.empty();
        }
        var hexGroups = parts.length - (dotted.isPresent() ? 1 : 0);
        var bytes = new byte[2 * hexGroups + (dotted.isPresent() ? 4 : 0)];
        for (int i = 0; i < hexGroups; i++) {
            if (!isHexGroup(parts[i])) {
                return Optional.empty();
            }
            var value = Integer.parseInt(parts[i], 16);
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        dotted.ifPresent(d -> System.arraycopy(d, 0, bytes, 2 * hexGroups, d.length));
        return Optional.of(bytes);
    }

    private static boolean isHexGroup(String text) {
        return !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String compress(byte[] bytes) {
        if (SpecialAddress.isMapped(bytes)) {
            return "::ffff:" + (bytes[12] & 255) + "." + (bytes[13] & 255) + "." + (bytes[14] & 255) + "."
                    + (bytes[15] & 255);
        }
        var from = -1;
        var length = 1;
        for (int i = 0; i < GROUPS; i++) {
            var run = zerosFrom(bytes, i);
            if (run > length) {
                from = i;
                length = run;
            }
        }
        var text = new StringBuilder(LONGEST);
        for (int i = 0; i < GROUPS; i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(bytes, i)));
            }
        }
        return text.toString();
    }

    private static int zerosFrom(byte[] bytes, int start) {
        var end = start;
        while (end < GROUPS && group(bytes, end) == 0) {
            end++;
        }
        return end - start;
    }

    private static int group(byte[] bytes, int index) {
        return (bytes[2 * index] & 255) << 8 | (bytes[2 * index + 1] & 255);
    }
}
