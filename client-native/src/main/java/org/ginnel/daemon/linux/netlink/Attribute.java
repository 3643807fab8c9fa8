// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One attribute of a request: a length, a key and a value (`struct nlattr`).
public sealed interface Attribute {
    /// Length of what precedes the value.
    int OVERHEAD = 4;

    Key key();

    /// Length of the value.
    int valueBytes();

    /// Appends the value, in the byte order of `out`.
    void putValue(ByteBuffer out);

    /// Length of the whole, with its padding.
    default int bytes() {
        return OVERHEAD + Padding.up(valueBytes());
    }

    /// Appends the whole, with its padding.
    default void put(ByteBuffer out) {
        out.putShort((short) (OVERHEAD + valueBytes())).putShort((short) key().number());
        putValue(out);
        Padding.put(out);
    }

    /// 32 bits.
    record Word(Key key, int value) implements Attribute {
        @Override
        public int valueBytes() {
            return Integer.BYTES;
        }

        @Override
        public void putValue(ByteBuffer out) {
            out.putInt(value);
        }
    }

    /// 8 bits.
    record Octet(Key key, int value) implements Attribute {
        @Override
        public int valueBytes() {
            return Byte.BYTES;
        }

        @Override
        public void putValue(ByteBuffer out) {
            out.put((byte) value);
        }
    }

    /// Two times 16 bits: the first and the last of a range of ports (`struct fib_rule_port_range`).
    record Range(Key key, Ports value) implements Attribute {
        @Override
        public int valueBytes() {
            return 2 * Short.BYTES;
        }

        @Override
        public void putValue(ByteBuffer out) {
            out.putShort((short) value.first()).putShort((short) value.last());
        }
    }

    /// ASCII text, ended by a zero.
    record Text(Key key, String value) implements Attribute {
        @Override
        public int valueBytes() {
            return value.length() + 1;
        }

        @Override
        public void putValue(ByteBuffer out) {
            out.put(value.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        }
    }

    /// An address in network byte order.
    record Address(Key key, InetAddress value) implements Attribute {
        @Override
        public int valueBytes() {
            return value.getAddress().length;
        }

        @Override
        public void putValue(ByteBuffer out) {
            out.put(value.getAddress());
        }
    }

    /// Attributes inside an attribute.
    record Nest(Key key, List<Attribute> value) implements Attribute {
        public Nest {
            value = List.copyOf(value);
        }

        @Override
        public int valueBytes() {
            return value.stream().mapToInt(Attribute::bytes).sum();
        }

        @Override
        public void putValue(ByteBuffer out) {
            value.forEach(inner -> inner.put(out));
        }
    }
}
