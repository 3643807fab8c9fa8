// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a packet of the flood carries, so that it is known whatever became of its ports: a question for a name
/// that tells which packet of which probe it is. Resolvers take it for a question, and answer that there is no
/// such name.
///
/// @param id of the probe
/// @param sequence counts the packets of a flood
public record Token(int id, int sequence) {
    private static final Pattern LABEL = Pattern.compile("flood-(\\d{5})-(\\d{9})");
    private static final int HEADER_BYTES = 12;
    private static final int LABEL_BYTES = 21;
    private static final int RECURSION_DESIRED = 0x100;

    /// The question, RFC 1035: one of type A for `flood-ID-SEQUENCE`.
    public byte[] bytes() {
        var label = "flood-%05d-%09d".formatted(id, sequence).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(HEADER_BYTES + 1 + LABEL_BYTES + 1 + 4)
                .putShort((short) sequence)
                .putShort((short) RECURSION_DESIRED)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .put((byte) LABEL_BYTES)
                .put(label)
                .put((byte) 0)
                .putShort((short) 1)
                .putShort((short) 1)
                .array();
    }

    /// The token in the payload of a packet, if there is one.
    public static Optional<Token> in(ByteBuffer payload) {
        var text = StandardCharsets.ISO_8859_1.decode(payload.duplicate());
        var found = LABEL.matcher(text);
        return found.find()
                ? Optional.of(new Token(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }
}
