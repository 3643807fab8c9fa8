// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this process has mapped of files and only reads: programs, libraries, the archive of classes.
public final class CleanPages {
    private static final Logger LOG = LoggerFactory.getLogger(CleanPages.class);
    private static final Path RANGES = Path.of("/proc/self/smaps");
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private CleanPages() {}

    /// Looks for them.
    ///
    /// @return takes out of this process those found that are still what they were. The kernel keeps them as long
    ///     as it has room, for whoever maps the same files, and maps those again that are used again
    public static Runnable find() {
        // Names are bytes, of which any are a character here.
        try (var lines = Files.lines(RANGES, StandardCharsets.ISO_8859_1)) {
            var ranges = CleanRange.in(lines.iterator());
            ranges.addAll(ClassArchive.unwritten());
            return () -> giveBack(ranges);
        } catch (IOException e) {
            LOG.debug("no memory was looked for: {}", e.getMessage());
            return () -> {};
        }
    }

    /// With as little code as can be: whatever runs here is in memory afterwards.
    private static void giveBack(List<CleanRange> ranges) {
        try {
            var now = Files.readString(MAPPINGS, StandardCharsets.ISO_8859_1);
            for (var range : ranges) {
                if (now.contains(range.mapping())) {
                    MemoryLibrary.madvise(range.start(), range.length(), MemoryLibrary.MADV_DONTNEED);
                }
            }
        } catch (IOException | LastErrorException e) {
            LOG.debug("no memory was given back: {}", e.getMessage());
        }
    }
}
