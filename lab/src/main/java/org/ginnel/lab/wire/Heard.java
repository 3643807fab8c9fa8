// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import java.nio.ByteBuffer;

/// A frame as it passed.
///
/// @param epochNanos when the kernel saw it, in nanoseconds since 1970
/// @param frame whole, beginning with Ethernet's header
public record Heard(long epochNanos, ByteBuffer frame) {
    public Heard {
        frame = frame.asReadOnlyBuffer();
    }

    /// What it carries.
    public Packet packet() {
        return Packet.parse(frame);
    }
}
