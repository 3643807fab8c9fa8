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
    /// The daemon gives memory back half a minute after the last that was done.
    public static final Duration UNTIL_REST = Duration.ofSeconds(40);

    private static final double SHARE = 100;

    /// What the threads of a process did so far.
    ///
    /// @param cpu that each ran, in nanoseconds
    /// @param sleeps how often each went to sleep
    private record Threads(Map<String, Long> cpu, Map<String, Long> sleeps) {}

    /// Watches a process for `over`.
    public static Footprint of(ProcessHandle process, Duration over) throws IOException {
        var before = threads(process.pid());
        try {
            process.onExit().get(over.toNanos(), TimeUnit.NANOSECONDS);
            throw new LabException("process " + process.pid() + " ended while it was measured");
        } catch (TimeoutException _) {
            var pid = process.pid();
            var after = threads(pid);
            var cpu = Duration.ofNanos(grown(before.cpu(), after.cpu()));
            return new Footprint(resident(pid), cpu, grown(before.sleeps(), after.sleeps()), over);
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

    /// Of all that are there now, by their numbers. Time is that of the kernel's scheduler (`schedstat` in proc(5)).
    private static Threads threads(long pid) throws IOException {
        Map<String, Long> cpu = new HashMap<>();
        Map<String, Long> sleeps = new HashMap<>();
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (var thread : threads) {
                var number = thread.getFileName().toString();
                try {
                    var ran = Files.readString(thread.resolve("schedstat")).split(" ", 2)[0];
                    var slept = field(thread.resolve("status"), "voluntary_ctxt_switches:");
                    cpu.put(number, Long.parseLong(ran));
                    sleeps.put(number, slept);
                } catch (IOException e) {
                    mustHaveEnded(thread, e);
                }
            }
        }
        return new Threads(cpu, sleeps);
    }

    /// A thread may end between being listed and being read.
    private static void mustHaveEnded(Path thread, IOException failure) throws IOException {
        if (Files.exists(thread)) {
            throw failure;
        }
    }

    /// What a thread did that has ended meanwhile is not known.
    private static long grown(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static long field(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new LabException(status + " tells no " + name));
    }

    /// As in `63 MB, 8.2 ms of CPU in 10 s (0.082 %), woken 6 times a second`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f MB, %.1f ms of CPU in %d s (%.3f %%), woken %.0f times a second",
                memoryKb / 1024.0,
                cpu.toNanos() / 1e6,
                over.toSeconds(),
                SHARE * cpu.toNanos() / over.toNanos(),
                wakes * 1000.0 / over.toMillis());
    }
}
