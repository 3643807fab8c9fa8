// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;

/// Messages and attributes begin at multiples of four bytes (`NLMSG_ALIGN`, `NLA_ALIGN`).
final class Padding {
    private static final int STEP = 4;

    /// The next multiple of four.
    static int up(int bytes) {
        return (bytes + STEP - 1) / STEP * STEP;
    }

    /// Appends zeros up to it.
    static void put(ByteBuffer out) {
        while (out.position() % STEP != 0) {
            out.put((byte) 0);
        }
    }

    /// Moves past `bytes` and their padding; to the end when the padding of the last one is missing.
    ///
    /// @param bytes at most what remains
    static void skip(ByteBuffer in, int bytes) {
        in.position(Math.min(in.limit(), in.position() + up(bytes)));
    }

    private Padding() {}
}
