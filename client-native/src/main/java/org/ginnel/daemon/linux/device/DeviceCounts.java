// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringTokenizer;
import org.ginnel.daemon.port.TunnelDevice.Passed;

/// The packets that the kernel counted on an interface (`/proc/net/dev`, proc(5)).
final class DeviceCounts {
    /// Of the thread, since a test's threads may be in networks of their own.
    private static final Path COUNTS = Path.of("/proc/thread-self/net/dev");

    private static final int PACKETS_IN = 1;
    private static final int PACKETS_OUT = 9;
    private static final int COLUMNS = 16;
    private static final int LONGEST_NUMBER = 18;
    private static final int MOST_BYTES = 1 << 16;

    private DeviceCounts() {}

    /// Empty when there is no such interface.
    static Optional<Passed> of(String name) {
        try (var in = Files.newInputStream(COUNTS)) {
            return read(new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII), name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Finds the interface in the kernel's table. Without patterns, since the counts are read five times a second.
    static Optional<Passed> read(String table, String name) {
        for (var line : table.split("\n", -1)) {
            var row = line.strip();
            if (row.startsWith(name + ":")) {
                return counts(new StringTokenizer(row.substring(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Passed> counts(StringTokenizer columns) {
        var counts = new long[COLUMNS];
        if (columns.countTokens() != COLUMNS) {
            return Optional.empty();
        }
        for (var i = 0; i < COLUMNS; i++) {
            var column = columns.nextToken();
            if (!isNumber(column)) {
                return Optional.empty();
            }
            counts[i] = Long.parseLong(column);
        }
        return Optional.of(new Passed(counts[PACKETS_IN], counts[PACKETS_OUT]));
    }

    private static boolean isNumber(String column) {
        return column.length() <= LONGEST_NUMBER && column.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
