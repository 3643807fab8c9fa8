// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/// The one question of a DNS message (RFC 1035, section 4.1).
///
/// @param id to be repeated in the answer
/// @param recursionDesired to be repeated in the answer
/// @param name without a final dot
/// @param type such as [#A]
/// @param section the question as it was sent, to be repeated in the answer
record DnsQuestion(short id, boolean recursionDesired, String name, int type, ByteBuffer section) {
    static final int A = 1;
    static final int TXT = 16;
    static final int AAAA = 28;

    private static final int HEADER_BYTES = 12;
    private static final int MAX_LABEL_BYTES = 63;

    /// Reads a query; empty for whatever is none, or asks more than one question.
    static Optional<DnsQuestion> parse(ByteBuffer message) {
        try {
            return read(message.slice());
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<DnsQuestion> read(ByteBuffer in) {
        var id = in.getShort();
        var flags = in.getShort();
        var questions = in.getShort();
        in.position(HEADER_BYTES <= in.limit() ? HEADER_BYTES : in.limit());
        if (flags < 0 || questions != 1) {
            return Optional.empty();
        }
        var name = new StringJoiner(".");
        for (var length = in.get(); length != 0; length = in.get()) {
            if (length < 0 || length > MAX_LABEL_BYTES) {
                return Optional.empty();
            }
            var label = new byte[length];
            in.get(label);
            name.add(new String(label, StandardCharsets.US_ASCII));
        }
        var type = Short.toUnsignedInt(in.getShort());
        in.getShort();
        var section = in.slice(HEADER_BYTES, in.position() - HEADER_BYTES).asReadOnlyBuffer();
        return Optional.of(new DnsQuestion(id, (flags & 0x0100) != 0, name.toString(), type, section));
    }
}
