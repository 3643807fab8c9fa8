// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// Messages to bytes and back. A frame is a length of four bytes, big-endian, and that much JSON in UTF-8; the
/// length is checked against its limit before anything is allocated. The tag of a message is the simple name of
/// its type, so a golden file holds the names. Thread-safe.
public final class ControlCodec {
    /// Version of the protocol. Grows with every change that an older side would misread.
    public static final int VERSION = 3;
    /// Longest request frame, in bytes.
    public static final int MAX_REQUEST_BYTES = 64 * 1024;
    /// Longest reply frame, in bytes: room for some 5,000 servers.
    public static final int MAX_REPLY_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_STRING = 64 * 1024;

    private final Shapes shapes = new Shapes();
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_REPLY_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    /// A mapper that knows every message, for callers that print or store them as JSON.
    public static ObjectMapper newMapper() {
        return ControlMapper.newMapper();
    }

    /// Writes one frame and flushes it.
    ///
    /// @throws IOException when the other side is gone, or the message is longer than `limit` bytes
    public void write(DataOutputStream out, Object message, int limit) throws IOException {
        var bytes = encode(message);
        if (bytes.length > limit) {
            throw new IOException("a frame of " + bytes.length + " bytes is over the limit of " + limit);
        }
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /// Reads one frame.
    ///
    /// @param limit longest frame accepted, in bytes
    /// @throws EOFException when the other side has hung up between frames or within one
    /// @throws MalformedFrameException when the frame is too long or is no such message
    public <T> T read(DataInputStream in, Class<T> type, int limit) throws IOException {
        var length = in.readInt();
        if (length < 2 || length > limit) {
            throw new MalformedFrameException("a frame of " + length + " bytes, where 2 to " + limit + " are allowed");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        try {
            return decode(bytes, type);
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("not a " + type.getSimpleName() + ": " + describe(e));
        }
    }

    private byte[] encode(Object message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = json.createGenerator(bytes)) {
            shapes.of(message.getClass()).write(out, message);
        }
        return bytes.toByteArray();
    }

    private <T> T decode(byte[] bytes, Class<T> type) throws IOException {
        try (var in = json.createParser(bytes)) {
            in.nextToken();
            var message = shapes.of(type).read(in);
            if (in.nextToken() != null) {
                throw Shape.unfit(in, "more than one value");
            }
            return type.cast(message);
        }
    }

    /// What was wrong and where, without a word of the content, which may hold a key.
    private static String describe(JsonProcessingException e) {
        var at = e.getLocation();
        return e.getClass().getSimpleName() + (at == null ? "" : " at byte " + at.getByteOffset());
    }
}
