// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What Windows takes in a form of its own.
public final class NativeBytes {
    private static final int GUID = 16;

    private NativeBytes() {}

    /// A `GUID`: the first three fields as the processor has them, the rest as it is written.
    public static byte[] guid(UUID uuid) {
        var bytes = ByteBuffer.allocate(GUID).order(ByteOrder.LITTLE_ENDIAN);
        var high = uuid.getMostSignificantBits();
        bytes.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        bytes.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits());
        return bytes.array();
    }

    /// The reverse.
    ///
    /// @param bytes 16 of them
    public static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes, 0, GUID).order(ByteOrder.LITTLE_ENDIAN);
        var high = (buffer.getInt() & 0xffff_ffffL) << 32 | (buffer.getShort() & 0xffffL) << 16;
        high |= buffer.getShort() & 0xffffL;
        return new UUID(high, buffer.order(ByteOrder.BIG_ENDIAN).getLong());
    }

    /// Text as a `LPWSTR`: UTF-16 with a zero at the end.
    public static byte[] wide(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_16LE);
    }

    /// The same bytes where C finds them; freed when nobody knows of them any more.
    public static Memory memory(byte[] bytes) {
        var memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
