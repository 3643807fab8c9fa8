// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.ginnel.lab.LabException;
import org.ginnel.lab.jna.LibC;
import org.ginnel.lab.machine.Machine;

/// A stream of packets of all its probes in turn, evenly spread, out of one machine, as a user without rights
/// would send them. It runs on a thread of its own until [#stop()], and for ten minutes at most.
public final class Flood implements AutoCloseable {
    /// How fast it is unless the machine is too busy: packets a second, of all kinds together.
    public static final int PER_SECOND = 1000;

    private static final long A_SECOND = 1_000_000_000L;
    private static final long PACE_NANOS = A_SECOND / PER_SECOND;
    private static final long LATE_NANOS = 50_000_000L;
    private static final int MOST = 600_000;
    private static final int NOBODY = 65_534;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Probe> probes;
    private final Optional<String> device;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private final List<Long> moments = new ArrayList<>();
    private long sent;
    private long awaited = Long.MAX_VALUE;
    private volatile boolean stopping;

    private Flood(List<Probe> probes, Optional<String> device) {
        this.probes = List.copyOf(probes);
        this.device = device;
    }

    /// Begins.
    ///
    /// @param device an interface that all sockets are bound to, as programs do that want out there and nowhere
    /// else
    public static Flood start(Machine from, List<Probe> probes, Optional<String> device) {
        var flood = new Flood(probes, device);
        Thread.ofPlatform().name("flood").daemon().start(() -> flood.run(from));
        return flood;
    }

    private void run(Machine from) {
        try {
            ended.complete(from.inNetwork(this::pour));
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        } finally {
            signal();
        }
    }

    /// @return how many packets it sent
    private long pour() {
        LibC.setfsuid(NOBODY);
        try (var launcher = new Launcher(device)) {
            var due = System.nanoTime();
            for (var sequence = 0; !stopping && sequence < MOST; sequence++) {
                launcher.send(probes.get(sequence % probes.size()), sequence / probes.size());
                count();
                due = Math.max(due + PACE_NANOS, System.nanoTime() - LATE_NANOS);
                LockSupport.parkNanos(due - System.nanoTime());
            }
            return sent;
        } catch (LastErrorException e) {
            throw new LabException("the flood cannot send its packets", e);
        }
    }

    private void count() {
        lock.lock();
        try {
            sent++;
            moments.add(epochNanos());
            if (sent >= awaited) {
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static long epochNanos() {
        var now = Instant.now();
        return now.getEpochSecond() * A_SECOND + now.getNano();
    }

    private void signal() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when so many more packets were offered.
    ///
    /// @throws LabException when the flood broke
    public void awaitMore(int packets) {
        var left = PATIENCE.toNanos();
        lock.lock();
        try {
            var goal = sent + packets;
            while (sent < goal) {
                // The nearest of all goals; who is woken for nothing says again what it waits for.
                awaited = awaited <= sent ? goal : Math.min(awaited, goal);
                if (ended.isDone() || left <= 0) {
                    throw new LabException("the flood dried up after " + sent + " packets", cause());
                }
                left = grown.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while waiting for the flood", e);
        } finally {
            lock.unlock();
        }
    }

    private Throwable cause() {
        return ended.isCompletedExceptionally() ? ended.exceptionNow() : new IllegalStateException("too slow");
    }

    /// How many packets were offered in a time, to the accuracy of its pace.
    ///
    /// @param from in nanoseconds since 1970
    /// @param until likewise
    public long sentBetween(long from, long until) {
        lock.lock();
        try {
            return moments.stream()
                    .filter(moment -> moment >= from && moment < until)
                    .count();
        } finally {
            lock.unlock();
        }
    }

    /// How many packets of each probe were offered to the kernel, refused or not.
    public Map<Probe, Long> offered() {
        lock.lock();
        try {
            var offered = new LinkedHashMap<Probe, Long>();
            for (var i = 0; i < probes.size(); i++) {
                offered.put(probes.get(i), sent / probes.size() + (i < sent % probes.size() ? 1 : 0));
            }
            return offered;
        } finally {
            lock.unlock();
        }
    }

    /// Ends it, and returns when nothing more is sent.
    ///
    /// @throws LabException when it broke before
    public void stop() {
        stopping = true;
        try {
            ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new LabException("the flood broke", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
