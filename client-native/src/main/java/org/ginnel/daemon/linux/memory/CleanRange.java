// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A part of a process's memory that is a file's, only read, and nowhere other than the file: no page of it was
/// written to, not even by who has made it read-only since, as the linker does. A page that is taken out of it is
/// read again from the file, so nothing is lost with one.
///
/// @param start its first address
/// @param length in bytes
/// @param mapping the line of proc_pid_maps(5) that tells of what it is a part of
record CleanRange(long start, long length, String mapping) {
    private static final List<String> NOTHING_OF = List.of("Anonymous:", "Private_Dirty:", "Shared_Dirty:");
    private static final int HEX = 16;

    /// Finds them in what proc_pid_smaps(5) tells. What does not say of itself that it is clean is not.
    static List<CleanRange> in(Iterator<String> lines) {
        List<CleanRange> clean = new ArrayList<>();
        var range = Optional.<CleanRange>empty();
        var said = 0;
        while (lines.hasNext()) {
            var line = lines.next();
            if (begins(line)) {
                range = Mapping.of(line).filter(Mapping::readOnly).map(Mapping::whole);
                said = 0;
            } else if (range.isPresent() && saysNothingIsThere(line)) {
                said++;
                if (said == NOTHING_OF.size()) {
                    clean.add(range.get());
                }
            }
        }
        return clean;
    }

    /// Addresses are in small letters, and what is said of a range begins with a capital one.
    private static boolean begins(String line) {
        return !line.isEmpty() && Character.digit(line.charAt(0), HEX) >= 0 && !Character.isUpperCase(line.charAt(0));
    }

    private static boolean saysNothingIsThere(String line) {
        return line.endsWith(" 0 kB") && NOTHING_OF.stream().anyMatch(line::startsWith);
    }
}
