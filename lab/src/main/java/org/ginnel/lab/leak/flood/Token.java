// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a packet of the flood carries, so that it is known whatever became of its ports: a question for a name
/// that tells which packet of which probe it is. Resolvers take it for a question, and answer that there is no
/// such name.
///
/// @param id of the probe
/// @param sequence counts the packets of a flood
public record Token(int id, int sequence) {
    private static final byte[] BEGIN = "flood-".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_DIGITS = 5;
    private static final int SEQUENCE_DIGITS = 9;
    private static final int HEADER_BYTES = 12;
    private static final int LABEL_BYTES = 21;
    private static final int RECURSION_DESIRED = 0x100;

    /// The question, RFC 1035: one of type A for `flood-ID-SEQUENCE`.
    public byte[] bytes() {
        var question = ByteBuffer.allocate(HEADER_BYTES + 1 + LABEL_BYTES + 1 + 4)
                .putShort((short) sequence)
                .putShort((short) RECURSION_DESIRED)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .put((byte) LABEL_BYTES)
                .put(BEGIN);
        digits(question, id, ID_DIGITS);
        question.put((byte) '-');
        digits(question, sequence, SEQUENCE_DIGITS);
        return question.put((byte) 0).putShort((short) 1).putShort((short) 1).array();
    }

    private static void digits(ByteBuffer to, int number, int count) {
        var left = number;
        for (var i = to.position() + count - 1; i >= to.position(); i--) {
            to.put(i, (byte) ('0' + left % 10));
            left /= 10;
        }
        to.position(to.position() + count);
    }

    /// The token in the payload of a packet, if there is one. Looks at every packet on a cable, so it takes no
    /// detours.
    public static Optional<Token> in(ByteBuffer payload) {
        for (var at = payload.position(); at + LABEL_BYTES <= payload.limit(); at++) {
            if (payload.get(at) == BEGIN[0]) {
                var token = at(payload, at);
                if (token.isPresent()) {
                    return token;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Token> at(ByteBuffer payload, int at) {
        for (var i = 1; i < BEGIN.length; i++) {
            if (payload.get(at + i) != BEGIN[i]) {
                return Optional.empty();
            }
        }
        var id = number(payload, at + BEGIN.length, ID_DIGITS);
        var dash = at + BEGIN.length + ID_DIGITS;
        var sequence = number(payload, dash + 1, SEQUENCE_DIGITS);
        return id < 0 || sequence < 0 || payload.get(dash) != '-'
                ? Optional.empty()
                : Optional.of(new Token(id, sequence));
    }

    /// -1 for what is none.
    private static int number(ByteBuffer in, int at, int count) {
        var number = 0;
        for (var i = at; i < at + count; i++) {
            var digit = in.get(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
