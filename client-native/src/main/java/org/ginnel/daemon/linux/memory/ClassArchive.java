// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The archive of classes that this process runs on: a cache of JEP 483, or the one that comes with the JDK.
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private ClassArchive() {}

    /// What of its [ConstantPart] no page was written to, each page of it in memory now. What was moved to another
    /// address was written to wherever a pointer stands, and is not there; nothing is when the archive or what the
    /// kernel tells of it cannot be read.
    static List<CleanRange> unwritten() {
        try {
            // Else one byte that is read of it may have 2 MiB of it in memory.
            constantParts().forEach(ClassArchive::keepInSmallPages);
            List<CleanRange> unwritten = new ArrayList<>();
            for (var part : constantParts()) {
                unwritten.addAll(Pages.unwritten(part));
            }
            return unwritten;
        } catch (IOException e) {
            LOG.debug("the archive of classes could not be looked at: {}", e.getMessage());
            return List.of();
        }
    }

    private static List<CleanRange> constantParts() throws IOException {
        List<CleanRange> parts = new ArrayList<>();
        for (var mapping : mappings()) {
            var part = ConstantPart.of(mapping.file());
            // A file that was put in its place before it was read is told by the kernel to be another now.
            if (part.isPresent() && mappings().contains(mapping)) {
                mapping.find(part.get()).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static List<Mapping> mappings() throws IOException {
        // Names are bytes, of which any are a character here; ours are ASCII.
        try (var lines = Files.lines(MAPPINGS, StandardCharsets.ISO_8859_1)) {
            return lines.map(Mapping::of)
                    .flatMap(Optional::stream)
                    .filter(mapping -> isArchive(mapping.file().toString()))
                    .toList();
        }
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".aot") || name.endsWith(".jsa");
    }

    /// A kernel that has no others refuses it, and does not need it.
    private static void keepInSmallPages(CleanRange range) {
        try {
            MemoryLibrary.madvise(range.start(), range.length(), MemoryLibrary.MADV_NOHUGEPAGE);
        } catch (LastErrorException e) {
            LOG.debug("the archive of classes stays in pages of any size: {}", e.getMessage());
        }
    }
}
