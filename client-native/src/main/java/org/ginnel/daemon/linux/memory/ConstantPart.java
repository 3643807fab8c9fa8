// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// The part of an archive of classes that the JVM writes to at most while it starts, to move it to another address:
/// names, byte code, constant pools. The JVM maps it read-only where it need not be moved, so whatever runs later
/// cannot write to it. Of an archive of another version than is known here there is none.
///
/// The head of the file is laid out for tools, by `cds.h` of the JDK; `ConstantPartTest` holds what is read here to
/// what the JVM says of its own archive.
///
/// @param offset in the file, in bytes; begins a page
/// @param length in bytes
record ConstantPart(long offset, long length) {
    private static final int MAGIC = 0xf00baba2;
    /// `CURRENT_CDS_ARCHIVE_VERSION` of JDK 25.
    private static final int VERSION = 19;

    private static final int VERSION_AT = 8;
    private static final int REGIONS_AT = 24;
    private static final int REGION_BYTES = 96;
    private static final int READ_ONLY_AT = 4;
    private static final int OFFSET_AT = 24;
    private static final int USED_AT = 40;
    private static final long PAGE = 4096;

    /// The one of that file.
    ///
    /// @throws IOException when it cannot be read
    static Optional<ConstantPart> of(Path archive) throws IOException {
        var head = ByteBuffer.allocate(REGIONS_AT + 2 * REGION_BYTES).order(ByteOrder.nativeOrder());
        try (var file = FileChannel.open(archive)) {
            while (head.hasRemaining() && file.read(head) >= 0) {}
            return head.hasRemaining() ? Optional.empty() : in(head, file.size());
        }
    }

    /// The second region is the constant one.
    private static Optional<ConstantPart> in(ByteBuffer head, long size) {
        var second = REGIONS_AT + REGION_BYTES;
        var part = new ConstantPart(head.getLong(second + OFFSET_AT), head.getLong(second + USED_AT));
        var isKnown = head.getInt(0) == MAGIC && head.getInt(VERSION_AT) == VERSION;
        var isConstant = head.getInt(REGIONS_AT + READ_ONLY_AT) == 0 && head.getInt(second + READ_ONLY_AT) == 1;
        return Optional.of(part).filter(_ -> isKnown && isConstant && part.isWithin(size));
    }

    private boolean isWithin(long size) {
        return offset > 0 && offset % PAGE == 0 && length > 0 && length <= size && offset <= size - length;
    }
}
