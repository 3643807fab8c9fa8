// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ginnel.lab.LabException;

/// What a process that is left alone takes.
///
/// @param memoryKb that is resident, `VmRSS`
/// @param cpu that it used, in user and kernel together
/// @param wakes how often its threads went to sleep and were woken, in all
/// @param over how long it was watched
public record Footprint(long memoryKb, Duration cpu, long wakes, Duration over) {
    private static final int TICK_MS = 10; // USER_HZ is 100 on every Linux that Java runs on.
    private static final int UTIME = 11;
    private static final int STIME = 12;

    /// Watches a process for `over`.
    public static Footprint of(ProcessHandle process, Duration over) throws IOException {
        var before = cpu(process.pid());
        var slept = sleeps(process.pid());
        try {
            process.onExit().get(over.toNanos(), TimeUnit.NANOSECONDS);
            throw new LabException("process " + process.pid() + " ended while it was measured");
        } catch (TimeoutException _) {
            var pid = process.pid();
            return new Footprint(resident(pid), cpu(pid).minus(before), wakes(slept, sleeps(pid)), over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new LabException("cannot watch process " + process.pid(), e);
        }
    }

    /// Watches a process for `over` until it was woken no more than `wakes` times meanwhile, at most that many times:
    /// who shares a machine is disturbed now and then.
    ///
    /// @return the quietest
    public static Footprint quietest(ProcessHandle process, Duration over, long wakes, int times) throws IOException {
        var best = of(process, over);
        for (var time = 1; time < times && best.wakes() > wakes; time++) {
            var next = of(process, over);
            best = next.wakes() < best.wakes() ? next : best;
        }
        return best;
    }

    private static long resident(long pid) throws IOException {
        return field(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    /// Of all threads that are there now, by their numbers.
    private static Map<String, Long> sleeps(long pid) throws IOException {
        Map<String, Long> sleeps = new HashMap<>();
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (var thread : threads) {
                sleeps.put(
                        thread.getFileName().toString(), field(thread.resolve("status"), "voluntary_ctxt_switches:"));
            }
        }
        return sleeps;
    }

    /// What a thread did that has ended meanwhile is not known.
    private static long wakes(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static long field(Path status, String name) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new LabException(status + " tells no " + name));
        }
    }

    /// The name, in parentheses, may hold anything; what follows it are numbers.
    private static Duration cpu(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofMillis(TICK_MS * (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])));
    }

    /// As in `63 MB, 20 ms of CPU in 10 s, woken 6 times a second`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f MB, %d ms of CPU in %d s, woken %.0f times a second",
                memoryKb / 1024.0,
                cpu.toMillis(),
                over.toSeconds(),
                wakes * 1000.0 / over.toMillis());
    }
}
