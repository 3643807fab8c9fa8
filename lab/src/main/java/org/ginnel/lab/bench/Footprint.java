// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ginnel.lab.LabException;

/// What a process that is left alone takes.
///
/// @param memoryKb that is resident, `VmRSS`
/// @param cpu that it used, in user and kernel together
/// @param over how long it was watched
record Footprint(long memoryKb, Duration cpu, Duration over) {
    private static final int TICK_MS = 10; // USER_HZ is 100 on every Linux that Java runs on.
    private static final int UTIME = 11;
    private static final int STIME = 12;

    /// Watches a process for `over`.
    static Footprint of(ProcessHandle process, Duration over) throws IOException {
        var before = cpu(process.pid());
        try {
            process.onExit().get(over.toNanos(), TimeUnit.NANOSECONDS);
            throw new LabException("process " + process.pid() + " ended while it was measured");
        } catch (TimeoutException _) {
            return new Footprint(resident(process.pid()), cpu(process.pid()).minus(before), over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new LabException("cannot watch process " + process.pid(), e);
        }
    }

    private static long resident(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new LabException("process " + pid + " tells no VmRSS"));
        }
    }

    /// The name, in parentheses, may hold anything; what follows it are numbers.
    private static Duration cpu(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofMillis(TICK_MS * (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])));
    }

    /// As in `63 MB, 20 ms in 10 s`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.0f MB, %d ms of CPU in %d s", memoryKb / 1024.0, cpu.toMillis(), over.toSeconds());
    }
}
