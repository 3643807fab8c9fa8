// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The attributes of a message of the kernel. A value of another length than its kind has counts as absent.
final class Attributes {
    /// The two upper bits of the type say how the value is meant (`NLA_F_NESTED`, `NLA_F_NET_BYTEORDER`).
    private static final int TYPE = 0x3fff;

    private final Map<Integer, ByteBuffer> values;

    private Attributes(Map<Integer, ByteBuffer> values) {
        this.values = values;
    }

    /// Reads what remains of `in`; empty when a length in it is a lie. Of several with one key the last counts,
    /// as it does to the kernel.
    static Optional<Attributes> read(ByteBuffer in) {
        Map<Integer, ByteBuffer> values = new HashMap<>();
        while (in.hasRemaining()) {
            if (in.remaining() < Attribute.OVERHEAD) {
                return Optional.empty();
            }
            var start = in.position();
            var length = in.getShort(start) & 0xffff;
            if (length < Attribute.OVERHEAD || length > in.remaining()) {
                return Optional.empty();
            }
            values.put(
                    in.getShort(start + 2) & TYPE,
                    in.slice(start + Attribute.OVERHEAD, length - Attribute.OVERHEAD)
                            .order(in.order()));
            Padding.skip(in, length);
        }
        return Optional.of(new Attributes(values));
    }

    /// 32 bits.
    OptionalInt number(Key key) {
        var value = values.get(key.number());
        return value == null || value.remaining() != Integer.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of(value.getInt(value.position()));
    }

    /// 8 bits.
    OptionalInt octet(Key key) {
        var value = values.get(key.number());
        return value == null || value.remaining() != Byte.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of(value.get(value.position()) & 0xff);
    }

    /// A range of ports.
    Optional<Ports> ports(Key key) {
        return Optional.ofNullable(values.get(key.number()))
                .filter(value -> value.remaining() == 2 * Short.BYTES)
                .flatMap(value -> Ports.of(
                        value.getShort(value.position()) & 0xffff,
                        value.getShort(value.position() + Short.BYTES) & 0xffff));
    }

    /// Text up to its zero or its end.
    Optional<String> text(Key key) {
        return Optional.ofNullable(values.get(key.number())).map(value -> {
            var text = StandardCharsets.UTF_8.decode(value.duplicate()).toString();
            var end = text.indexOf('\0');
            return end < 0 ? text : text.substring(0, end);
        });
    }

    Optional<InetAddress> address(Key key, Family family) {
        return Optional.ofNullable(values.get(key.number())).flatMap(value -> {
            var octets = new byte[value.remaining()];
            value.duplicate().get(octets);
            return family.address(octets);
        });
    }

    /// Whether there is any other than these.
    boolean hasMoreThan(Set<Integer> numbers) {
        return !numbers.containsAll(values.keySet());
    }
}
