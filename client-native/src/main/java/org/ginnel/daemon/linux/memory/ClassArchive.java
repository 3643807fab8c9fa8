// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The archive of classes that this process runs on: a cache of JEP 483, or the one that comes with the JDK.
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    /// What a kernel maps around a page that is touched, `fault_around_bytes`, in bytes.
    private static final long BLOCK = 64 * 1024;

    private ClassArchive() {}

    /// What of its [ConstantPart] no page was written to, each page of it in memory now. What was moved to another
    /// address was written to wherever a pointer stands, and is not there; nothing is when the archive or what the
    /// kernel tells of it cannot be read.
    static List<CleanRange> unwritten() {
        try {
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
        Map<Path, Optional<ConstantPart>> ofFiles = new HashMap<>();
        var before = mappings();
        for (var mapping : before) {
            if (!ofFiles.containsKey(mapping.file())) {
                ofFiles.put(mapping.file(), ConstantPart.of(mapping.file()));
            }
        }
        // A file that was put in its place before it was read is told by the kernel to be another now.
        var now = Set.copyOf(mappings());
        List<CleanRange> parts = new ArrayList<>();
        for (var mapping : before) {
            if (now.contains(mapping)) {
                Optional.ofNullable(ofFiles.get(mapping.file()))
                        .flatMap(Function.identity())
                        .flatMap(mapping::find)
                        .ifPresent(parts::add);
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

    /// Else one byte that is read of it may have 2 MiB of it in memory: Linux 6.18 maps as much of a file as it
    /// keeps in one piece, if all of the piece is in the mapping. So every second block is said to want small
    /// pages, and the others are not, which makes each of them a mapping of its own. A kernel that has only small
    /// pages refuses it, and does not need it.
    private static void keepInSmallPages(CleanRange range) {
        var end = range.start() + range.length();
        try {
            for (var block = range.start() / (2 * BLOCK) * 2 * BLOCK; block < end; block += 2 * BLOCK) {
                var from = Math.max(block, range.start());
                var length = Math.min(block + BLOCK, end) - from;
                if (length > 0) {
                    MemoryLibrary.madvise(from, length, MemoryLibrary.MADV_NOHUGEPAGE);
                }
            }
        } catch (LastErrorException e) {
            LOG.debug("the archive of classes stays in pages of any size: {}", e.getMessage());
        }
    }
}
