// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One message of the kernel, not looked into yet.
///
/// @param body all of it behind `struct nlmsghdr`; not to be moved, see [#reader()]
record Message(int type, int flags, int sequence, ByteBuffer body) {
    private static final int HEADER_BYTES = 16;
    private static final int INTERRUPTED = 0x10;

    /// The messages of one datagram; empty when a length in it is a lie, and then none of it is to be trusted.
    ///
    /// @param datagram in the machine's byte order; stays ours
    static Optional<List<Message>> readAll(ByteBuffer datagram) {
        var in = datagram.duplicate().order(datagram.order());
        var messages = new ArrayList<Message>();
        while (in.hasRemaining()) {
            if (in.remaining() < HEADER_BYTES) {
                return Optional.empty();
            }
            var start = in.position();
            var length = in.getInt(start);
            if (length < HEADER_BYTES || length > in.remaining()) {
                return Optional.empty();
            }
            var body = in.slice(start + HEADER_BYTES, length - HEADER_BYTES).order(in.order());
            messages.add(new Message(
                    in.getShort(start + 4) & 0xffff, in.getShort(start + 6) & 0xffff, in.getInt(start + 8), body));
            Padding.skip(in, length);
        }
        return Optional.of(messages);
    }

    /// The body, to be read from its start.
    ByteBuffer reader() {
        return body.duplicate().order(body.order());
    }

    /// What it tells; empty for messages that are about the conversation itself, and those we do not know.
    Optional<Verb> verb() {
        return Verb.of(type);
    }

    /// Whether what is listed changed meanwhile, so that the list may lack some of it (`NLM_F_DUMP_INTR`).
    boolean isInterrupted() {
        return (flags & INTERRUPTED) != 0;
    }
}
