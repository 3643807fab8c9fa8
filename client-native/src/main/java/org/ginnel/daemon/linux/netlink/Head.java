// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The fixed part of a message, which its attributes follow. Each is a struct of the kernel, in its order.
public sealed interface Head {
    /// Its length, a multiple of four.
    int bytes();

    /// Appends it.
    void put(ByteBuffer out);

    /// `struct ifinfomsg` of a link as such.
    ///
    /// @param flags `IFF_*`
    /// @param change which of the flags are meant
    record OfLink(int index, int flags, int change) implements Head {
        private static final int BYTES = 16;
        private static final int UNSPECIFIED = 0;

        /// Reads it from the front of `in`; empty when it is too short or of a link in another role, as a bridge's
        /// port.
        static Optional<OfLink> read(ByteBuffer in) {
            if (in.remaining() < BYTES || in.get() != UNSPECIFIED) {
                return Optional.empty();
            }
            in.position(in.position() + 3);
            return Optional.of(new OfLink(in.getInt(), in.getInt(), in.getInt()));
        }

        @Override
        public int bytes() {
            return BYTES;
        }

        @Override
        public void put(ByteBuffer out) {
            out.putInt(UNSPECIFIED).putInt(index).putInt(flags).putInt(change);
        }
    }

    /// `struct ifaddrmsg`, of global scope.
    ///
    /// @param prefix in bits
    /// @param flags `IFA_F_*`
    /// @param index of the link
    record OfAddress(Family family, int prefix, int flags, int index) implements Head {
        private static final int BYTES = 8;

        static Optional<OfAddress> read(ByteBuffer in) {
            if (in.remaining() < BYTES) {
                return Optional.empty();
            }
            var family = Family.of(in.get());
            var prefix = in.get() & 255;
            var flags = in.getShort() & 255;
            var index = in.getInt();
            return family.map(known -> new OfAddress(known, prefix, flags, index));
        }

        @Override
        public int bytes() {
            return BYTES;
        }

        @Override
        public void put(ByteBuffer out) {
            out.put((byte) family.number()).put((byte) prefix).put((byte) flags).put((byte) 0);
            out.putInt(index);
        }
    }

    /// `struct rtmsg`, and `struct fib_rule_hdr`, which has the same shape with `action` in the place of `type`.
    ///
    /// @param destinationBits how much of the attribute with the destination counts
    /// @param sourceBits likewise
    /// @param tos type of service
    /// @param table below 256; 0 when an attribute names it
    /// @param type `RTN_*` of a route, `FR_ACT_*` of a rule
    /// @param flags `RTM_F_*` or `RTNH_F_*` of a route, `FIB_RULE_*` of a rule
    record OfRoute(
            Family family,
            int destinationBits,
            int sourceBits,
            int tos,
            int table,
            int protocol,
            int scope,
            int type,
            int flags)
            implements Head {
        private static final int BYTES = 12;

        /// One that only asks.
        static OfRoute all(Family family) {
            return new OfRoute(family, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        static Optional<OfRoute> read(ByteBuffer in) {
            if (in.remaining() < BYTES) {
                return Optional.empty();
            }
            var family = Family.of(in.get());
            var octets = new byte[7];
            in.get(octets);
            var flags = in.getInt();
            return family.map(known -> new OfRoute(
                    known,
                    octets[0] & 255,
                    octets[1] & 255,
                    octets[2] & 255,
                    octets[3] & 255,
                    octets[4] & 255,
                    octets[5] & 255,
                    octets[6] & 255,
                    flags));
        }

        @Override
        public int bytes() {
            return BYTES;
        }

        @Override
        public void put(ByteBuffer out) {
            out.put((byte) family.number()).put((byte) destinationBits).put((byte) sourceBits);
            out.put((byte) tos)
                    .put((byte) table)
                    .put((byte) protocol)
                    .put((byte) scope)
                    .put((byte) type);
            out.putInt(flags);
        }
    }

    /// What the kernel said of something, head and attributes, to be said back to it.
    ///
    /// @param body in the machine's byte order
    record Echo(ByteBuffer body) implements Head {
        @Override
        public int bytes() {
            return Padding.up(body.remaining());
        }

        @Override
        public void put(ByteBuffer out) {
            out.put(body.duplicate());
            Padding.put(out);
        }
    }
}
