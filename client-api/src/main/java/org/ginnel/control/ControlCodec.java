// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.ginnel.json.JsonRecords;
import org.ginnel.json.MalformedJsonException;

/// Messages to bytes and back. A frame is a length of four bytes, big-endian, and that much JSON in UTF-8; the
/// length is checked against its limit before anything is allocated. The tag of a message is the simple name of
/// its type, so a golden file holds the names. Thread-safe.
public final class ControlCodec {
    /// Version of the protocol. Grows with every change that an older side would misread.
    public static final int VERSION = 5;
    /// Longest request frame, in bytes.
    public static final int MAX_REQUEST_BYTES = 64 * 1024;
    /// Longest reply frame, in bytes: room for some 5,000 servers.
    public static final int MAX_REPLY_BYTES = 4 * 1024 * 1024;

    private final JsonRecords json = new JsonRecords();

    /// Writes one frame and flushes it.
    ///
    /// @throws IOException when the other side is gone, or the message is longer than `limit` bytes
    public void write(DataOutputStream out, Object message, int limit) throws IOException {
        var bytes = json.write(message);
        if (bytes.length > limit) {
            throw new IOException("a frame of " + bytes.length + " bytes is over the limit of " + limit);
        }
        var frame = ByteBuffer.allocate(Integer.BYTES + bytes.length);
        out.write(frame.putInt(bytes.length)
                .put(bytes)
                .array()); // at once: half a frame would wake up the other side twice
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
        return decode(bytes, type);
    }

    private <T> T decode(byte[] bytes, Class<T> type) throws MalformedFrameException {
        try {
            return json.read(bytes, type);
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException(String.valueOf(e.getMessage()));
        }
    }
}
