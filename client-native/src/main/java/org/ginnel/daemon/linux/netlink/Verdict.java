// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The end of an answer: done, or refused.
///
/// @param errno 0 when it went well, else as in errno(3)
/// @param text what the kernel said in its own words; empty when it said nothing
record Verdict(int errno, String text) {
    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int REQUEST_HEADER_BYTES = 16;
    private static final int CAPPED = 0x100;
    private static final int HAS_ATTRIBUTES = 0x200;

    /// Whether `message` ends an answer.
    static boolean ends(Message message) {
        return message.type() == ERROR || message.type() == DONE;
    }

    /// Reads the message that [#ends]; empty when a length in it is a lie.
    static Optional<Verdict> read(Message message) {
        var in = message.reader();
        if (message.type() == DONE && !in.hasRemaining()) {
            return Optional.of(new Verdict(0, ""));
        }
        if (in.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        var result = in.getInt();
        var refused = message.type() == ERROR;
        if (result == Integer.MIN_VALUE || (refused && (result > 0 || !skipRequest(in, message)))) {
            return Optional.empty();
        }
        // A list that went well ends with how much there was of it.
        return text(in, message).map(text -> new Verdict(Math.max(0, -result), text));
    }

    /// Moves past the request that was refused, which is repeated in part or in full.
    private static boolean skipRequest(ByteBuffer in, Message message) {
        if (in.remaining() < REQUEST_HEADER_BYTES) {
            return false;
        }
        var length = (message.flags() & CAPPED) == 0 ? in.getInt(in.position()) : REQUEST_HEADER_BYTES;
        if (length < REQUEST_HEADER_BYTES || length > in.remaining()) {
            return false;
        }
        Padding.skip(in, length);
        return true;
    }

    private static Optional<String> text(ByteBuffer in, Message message) {
        if ((message.flags() & HAS_ATTRIBUTES) == 0) {
            return Optional.of("");
        }
        return Attributes.read(in)
                .map(attributes -> attributes.text(Key.NLMSGERR_ATTR_MSG).orElse(""));
    }
}
