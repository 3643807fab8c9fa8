// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ginnel.daemon.port.TunnelDevice.Passed;

/// The packets that the kernel counted on an interface (`/proc/net/dev`, proc(5)).
final class DeviceCounts {
    /// Of the thread, since a test's threads may be in networks of their own.
    private static final Path COUNTS = Path.of("/proc/thread-self/net/dev");

    /// Once, since the counts are read five times a second.
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private static final int PACKETS_IN = 1;
    private static final int PACKETS_OUT = 9;
    private static final int COLUMNS = 16;
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

    /// Finds the interface in the kernel's table.
    static Optional<Passed> read(String table, String name) {
        return table.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .map(line -> SPACE.split(line.substring(name.length() + 1).strip(), -1))
                .filter(columns ->
                        columns.length == COLUMNS && Stream.of(columns).allMatch(DeviceCounts::isNumber))
                .map(columns -> new Passed(Long.parseLong(columns[PACKETS_IN]), Long.parseLong(columns[PACKETS_OUT])));
    }

    private static boolean isNumber(String column) {
        return NUMBER.matcher(column).matches();
    }
}
