// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.jspecify.annotations.Nullable;

/// What was measured of the servers, and the one sweep that may be under way. Any thread.
final class Catalog {
    /// A measurement older than this is taken again before it decides anything.
    static final Duration FRESH = Duration.ofMinutes(5);
    /// After the first answer a choice waits for so much of it again: who is slower than that cannot win.
    private static final double PATIENCE = 0.5;

    private static final Duration LEAST_PATIENCE = Duration.ofMillis(10);
    private static final Duration LONGEST_SWEEP = Duration.ofSeconds(5);

    private final LatencySweep sweep;
    private final InstantSource clock;
    private volatile Runnable onChange = () -> {};
    private final Map<String, Measurement> measured = new HashMap<>();
    private @Nullable Running running;

    /// A sweep under way.
    private record Running(CompletableFuture<Instant> first, CompletableFuture<@Nullable Void> all) {}

    Catalog(LatencySweep sweep, InstantSource clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    /// From now on `listener` is told, from any thread, whenever something new is known or a sweep begins or ends.
    void listen(Runnable listener) {
        onChange = listener;
    }

    /// The servers with what is known of them.
    synchronized List<MeasuredServer> of(List<Server> servers) {
        return servers.stream()
                .map(server -> new MeasuredServer(server, Optional.ofNullable(measured.get(server.id()))))
                .toList();
    }

    /// Whether a sweep is under way.
    synchronized boolean measuring() {
        return running != null;
    }

    /// Whether all of them were measured lately.
    synchronized boolean isFresh(List<Server> servers) {
        var oldest = clock.instant().minus(FRESH);
        var known = servers.stream().map(server -> measured.get(server.id())).toList();
        return known.stream().allMatch(one -> one != null && one.at().isAfter(oldest))
                && known.stream().anyMatch(Measurement.Answered.class::isInstance);
    }

    /// Forgets everything, for another account.
    synchronized void clear() {
        measured.clear();
    }

    /// Measures all of them and waits for the last; joins a sweep that is under way.
    void measureAll(List<Server> servers) throws InterruptedException {
        await(begin(servers).all(), LONGEST_SWEEP);
    }

    /// Measures all of them and waits until the fastest is known: an answer, and half its time again for
    /// others. The rest goes on behind.
    void measureForChoice(List<Server> servers) throws InterruptedException {
        var began = clock.instant();
        var now = begin(servers);
        var first = await(CompletableFuture.anyOf(now.first(), now.all()), LONGEST_SWEEP);
        if (first && !now.all().isDone()) {
            var taken = Duration.between(began, clock.instant());
            var more = Duration.ofNanos((long) (taken.toNanos() * PATIENCE));
            await(now.all(), more.compareTo(LEAST_PATIENCE) > 0 ? more : LEAST_PATIENCE);
        }
    }

    private synchronized Running begin(List<Server> servers) {
        if (running != null) {
            return running;
        }
        var begun = new Running(new CompletableFuture<>(), new CompletableFuture<>());
        running = begun;
        Thread.ofVirtual().name("ginnel-sweep").start(() -> run(servers, begun));
        onChange.run();
        return begun;
    }

    private void run(List<Server> servers, Running mine) {
        try {
            sweep.measure(servers, (server, result) -> {
                synchronized (this) {
                    measured.put(server.id(), result);
                }
                if (result instanceof Measurement.Answered) {
                    mine.first().complete(result.at());
                }
                onChange.run();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                running = null;
            }
            mine.all().complete(null);
            onChange.run();
        }
    }

    /// @return whether it came within the time
    private static boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        try {
            future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("sweeps end well", e);
        }
    }
}
