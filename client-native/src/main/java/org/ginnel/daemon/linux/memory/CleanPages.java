// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this process has mapped of files and only reads: programs, libraries, the cache of classes.
public final class CleanPages {
    private static final Logger LOG = LoggerFactory.getLogger(CleanPages.class);
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");

    private CleanPages() {}

    /// Takes them out of this process. The kernel keeps them as long as it has room, for whoever maps the same files,
    /// and maps those again that are used again.
    public static void giveBack() {
        try (var lines = Files.lines(MAPPINGS, StandardCharsets.UTF_8)) {
            for (var range : CleanRange.in(lines.iterator())) {
                MemoryLibrary.madvise(range.start(), range.length(), MemoryLibrary.MADV_DONTNEED);
            }
        } catch (IOException | LastErrorException e) {
            LOG.debug("no memory was given back: {}", e.getMessage());
        }
    }
}
