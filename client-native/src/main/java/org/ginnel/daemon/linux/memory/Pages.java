// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the kernel tells of single pages of this process (pagemap.rst of its documentation).
final class Pages {
    private static final Path TABLE = Path.of("/proc/self/pagemap");
    private static final long PRESENT_AND_FILES = 1L << 63 | 1L << 61;

    private Pages() {}

    /// The pages of a range, of a private mapping of a file, that are in memory and as they stand in the file, those
    /// beside each other together.
    static List<CleanRange> unwritten(CleanRange range) throws IOException {
        var page = MemoryLibrary.getpagesize();
        var first = (range.start() + page - 1) / page;
        var end = (range.start() + range.length()) / page;
        List<CleanRange> found = new ArrayList<>();
        var entries = entries(first, Math.toIntExact(end - first));
        for (var at = 0; at < entries.limit(); at++) {
            var from = at;
            while (at < entries.limit() && isUnwritten(entries.get(at))) {
                at++;
            }
            if (at > from) {
                found.add(new CleanRange((first + from) * page, (long) (at - from) * page, range.mapping()));
            }
        }
        return found;
    }

    private static boolean isUnwritten(long entry) {
        return (entry & PRESENT_AND_FILES) == PRESENT_AND_FILES;
    }

    private static LongBuffer entries(long first, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.nativeOrder());
        try (var table = FileChannel.open(TABLE)) {
            table.position(first * Long.BYTES);
            while (bytes.hasRemaining() && table.read(bytes) >= 0) {}
        }
        return bytes.flip().asLongBuffer();
    }
}
