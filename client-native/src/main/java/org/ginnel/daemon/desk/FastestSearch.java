// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.ProbePlan;
import org.ginnel.relay.ProbeRound;
import org.ginnel.relay.Server;

/// Carries out one [ProbePlan]. Who is late for a round is still heard, by the plan while it runs and by the sink
/// after it. To be used from one thread.
final class FastestSearch {
    private final LatencySweep sweep;
    private final ProbePlan plan;
    private final BiConsumer<Server, Measurement> sink;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<Thread> probes = new ArrayList<>();

    /// What a round brings: an answer, or its end.
    private sealed interface Heard {
        /// A server answered.
        record Answer(int round, Server server, Duration roundTrip) implements Heard {}

        /// Every server of the round was tried.
        record End(int round) implements Heard {}
    }

    /// @param sink told of each result as it comes, from any thread
    FastestSearch(LatencySweep sweep, ProbePlan plan, BiConsumer<Server, Measurement> sink) {
        this.sweep = sweep;
        this.plan = plan;
        this.sink = sink;
    }

    /// Blocks until the plan knows enough.
    void run() throws InterruptedException {
        for (var round = plan.next(); round.isPresent(); round = plan.next()) {
            ask(round.get());
        }
    }

    /// Blocks until the last probe has ended.
    void settle() throws InterruptedException {
        for (var probe : probes) {
            probe.join();
        }
    }

    private void ask(ProbeRound round) throws InterruptedException {
        var number = probes.size();
        var began = System.nanoTime();
        probes.add(Thread.ofVirtual().name("ginnel-probe").start(() -> probe(number, round.servers())));
        var end = round.longest();
        var answers = 0;
        var next = heardWithin(end);
        while (next.isPresent() && !next.get().equals(new Heard.End(number))) {
            if (next.get() instanceof Heard.Answer(var of, var server, var roundTrip)) {
                plan.heard(server, roundTrip);
                answers += of == number ? 1 : 0;
            }
            var taken = Duration.ofNanos(System.nanoTime() - began);
            if (answers == round.enough()) {
                // Only once: the next answer makes it one more than enough.
                answers++;
                end = shorter(end, taken.plus(ProbeRound.patience(taken)));
            }
            next = heardWithin(end.minus(taken));
        }
    }

    private Optional<Heard> heardWithin(Duration limit) throws InterruptedException {
        return Optional.ofNullable(heard.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    private void probe(int round, List<Server> servers) {
        try {
            sweep.measure(servers, (server, result) -> {
                sink.accept(server, result);
                if (result instanceof Measurement.Answered(var roundTrip, var _)) {
                    heard.add(new Heard.Answer(round, server, roundTrip));
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            heard.add(new Heard.End(round));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
