// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file, or a part of one, in the memory of a process, as a line of proc_pid_maps(5) tells of it.
///
/// @param line as it stands there
/// @param start its first address
/// @param end the address behind its last
/// @param readOnly whether the process may read it, or run it, and not write to it
/// @param offset of the first address in the file
record Mapping(String line, long start, long end, boolean readOnly, long offset, Path file) {
    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{1,15})-([0-9a-f]{1,15}) (?:(r-[-x][ps])|\\S{4}) ([0-9a-f]{1,15}) \\S+ \\S+ +(/.*)");
    private static final int HEX = 16;

    /// What the line tells of; nothing where it is no file.
    static Optional<Mapping> of(String line) {
        var parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new Mapping(
                        line,
                        Long.parseLong(parts.group(1), HEX),
                        Long.parseLong(parts.group(2), HEX),
                        parts.group(3) != null,
                        Long.parseLong(parts.group(4), HEX),
                        Path.of(parts.group(5))))
                : Optional.empty();
    }

    /// The whole of it.
    CleanRange whole() {
        return new CleanRange(start, end - start, line);
    }

    /// Where that part of the file lies; nothing where it does not.
    Optional<CleanRange> find(ConstantPart part) {
        var from = Math.max(start, start - offset + part.offset());
        var to = Math.min(end, start - offset + part.offset() + part.length());
        return from < to ? Optional.of(new CleanRange(from, to - from, line)) : Optional.empty();
    }
}
