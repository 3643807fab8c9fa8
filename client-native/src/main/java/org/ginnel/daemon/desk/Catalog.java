// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.daemon.store.Estimates;
import org.ginnel.daemon.store.EstimatesFile;
import org.ginnel.relay.Choice;
import org.ginnel.relay.Estimate;
import org.ginnel.relay.KnownServer;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.ProbePlan;
import org.ginnel.relay.ProbeRound;
import org.ginnel.relay.Selector;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.Reason;
import org.jspecify.annotations.Nullable;

/// What was measured of the servers, kept between runs, and the one measuring that may be under way. Any thread.
final class Catalog implements AutoCloseable {
    /// About so long after a measuring a choice needs no other; each time a fifth more or less, so that many clients
    /// do not come to measure in step.
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final double UNEVEN = 0.2;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final LatencySweep sweep;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final EstimatesFile file;
    private final Map<String, Estimate> estimates;
    private volatile Runnable onChange = () -> {};
    private volatile BooleanSupplier isDirect = () -> true;
    private Optional<String> before;
    private Instant freshUntil = Instant.MIN;
    private Set<String> freshIds = Set.of();
    private @Nullable Measuring running;
    private boolean closed;

    /// A measuring under way.
    ///
    /// @param everyone whether it is a sweep of all, not a search for the fastest
    /// @param enough done when a choice can be made, or when it can nearly: at the first answer of a sweep
    /// @param ended done when the last answer was heard
    private record Measuring(
            boolean everyone, CompletableFuture<@Nullable Void> enough, CompletableFuture<@Nullable Void> ended) {
        static Measuring begin(boolean everyone) {
            return new Measuring(everyone, new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    /// What came of one probe.
    private record Result(Server server, Measurement measurement) {}

    Catalog(LatencySweep sweep, InstantSource clock, RandomGenerator random, EstimatesFile file) {
        this.sweep = sweep;
        this.clock = clock;
        this.random = random;
        this.file = file;
        var kept = file.read();
        this.estimates = new HashMap<>(kept.byId());
        this.before = kept.before();
    }

    /// From now on `listener` is told, from any thread, whenever something new is known or a measuring begins or ends.
    void listen(Runnable listener) {
        onChange = listener;
    }

    /// From now on a server that was silent counts as such only where this says that probes take the direct way: the
    /// answer to one that was sent before a tunnel was built may have met our own firewall.
    void hearSilenceWhile(BooleanSupplier direct) {
        isDirect = direct;
    }

    /// The servers with what is known of them.
    List<MeasuredServer> of(List<Server> servers) {
        return known(servers).stream().map(KnownServer::measured).toList();
    }

    /// The same, best first.
    List<MeasuredServer> ranked(List<Server> servers) {
        return Selector.rank(known(servers)).stream().map(KnownServer::measured).toList();
    }

    /// The id of the one that would be chosen as the fastest now; empty while none has answered. Remembers nothing.
    synchronized Optional<String> fastest(List<Server> servers) {
        return Selector.choose(known(servers), new Target.Fastest(), before)
                                instanceof Choice.Picked(var server, var why)
                        && !(why instanceof Reason.FirstOfList)
                ? Optional.of(server.id())
                : Optional.empty();
    }

    /// Chooses among them by what is known now, and remembers what was called the fastest.
    synchronized Choice choose(List<Server> servers, Target target) {
        var choice = Selector.choose(known(servers), target, before);
        if (target instanceof Target.Fastest && choice instanceof Choice.Picked(var server, var _)) {
            before = Optional.of(server.id());
        }
        return choice;
    }

    private synchronized List<KnownServer> known(List<Server> servers) {
        return servers.stream()
                .map(server -> new KnownServer(server, Optional.ofNullable(estimates.get(server.id()))))
                .toList();
    }

    /// An answer through the tunnel to a server that measurings cannot reach meanwhile. Whatever is under way of them
    /// goes on; nobody is told, as it is no more than the list will say next.
    ///
    /// @param first whether it waited for the handshake, too: it counts only where nothing is known
    synchronized void heard(String serverId, Measurement.Answered answer, boolean first) {
        estimates.merge(serverId, Estimate.of(answer), (old, _) -> first ? old : old.with(answer));
    }

    /// Whether a measuring is under way.
    synchronized boolean measuring() {
        return running != null;
    }

    /// Whether a choice among them needs no measuring.
    synchronized boolean isFresh(List<Server> servers) {
        return clock.instant().isBefore(freshUntil)
                && servers.stream().allMatch(server -> freshIds.contains(server.id()));
    }

    /// Forgets everything, for another account; what is under way teaches nothing any more.
    void clear() {
        synchronized (this) {
            running = null;
            estimates.clear();
            before = Optional.empty();
            freshUntil = Instant.MIN;
        }
        Thread.ofVirtual().name("ginnel-forget").start(this::write);
    }

    /// Measures all of them and waits for the last; joins a sweep that is under way.
    void measureAll(List<Server> servers) throws InterruptedException {
        var now = begin(true, servers);
        await(now.ended(), LONGEST);
        if (!now.everyone()) {
            await(begin(true, servers).ended(), LONGEST);
        }
    }

    /// Measures a few of them, so that the fastest is known; joins what is under way. The rest goes on behind.
    void measureForChoice(List<Server> servers) throws InterruptedException {
        var began = clock.instant();
        var now = begin(false, servers);
        await(now.enough(), LONGEST);
        if (now.everyone() && !now.ended().isDone()) {
            await(now.ended(), ProbeRound.patience(Duration.between(began, clock.instant())));
        }
    }

    /// Waits for the measuring that is under way, if one is, for five seconds at most.
    void awaitMeasuring() throws InterruptedException {
        var now = underWay();
        if (now.isPresent()) {
            await(now.get().ended(), LONGEST);
        }
    }

    private synchronized Optional<Measuring> underWay() {
        return Optional.ofNullable(running);
    }

    private synchronized Measuring begin(boolean everyone, List<Server> servers) {
        if (running != null) {
            return running;
        }
        var begun = Measuring.begin(everyone);
        running = begun;
        Thread.ofVirtual().name("ginnel-measuring").start(() -> run(servers, begun));
        onChange.run();
        return begun;
    }

    private void run(List<Server> servers, Measuring mine) {
        try {
            if (mine.everyone()) {
                askAll(servers, mine);
            } else {
                search(servers, mine);
            }
            write();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                running = mine.equals(running) ? null : running;
            }
            mine.enough().complete(null);
            mine.ended().complete(null);
            onChange.run();
        }
    }

    private void askAll(List<Server> servers, Measuring mine) throws InterruptedException {
        var results = new ArrayList<Result>();
        var plan = new ProbePlan(known(servers), clock.instant(), random);
        sweep.measure(servers, (server, measurement) -> {
            learn(mine, results, server, measurement);
            if (measurement instanceof Measurement.Answered(var roundTrip, var _)) {
                plan.heard(server, roundTrip);
                mine.enough().complete(null);
            }
        });
        measured(servers, mine, plan, results);
    }

    private void search(List<Server> servers, Measuring mine) throws InterruptedException {
        var results = new ArrayList<Result>();
        var plan = new ProbePlan(known(servers), clock.instant(), random);
        var search = new FastestSearch(sweep, plan, (server, measurement) -> learn(mine, results, server, measurement));
        search.run();
        var now = clock.instant();
        plan.overdue().forEach(server -> learn(mine, results, server, new Measurement.Silent(now)));
        measured(servers, mine, plan, results);
        mine.enough().complete(null);
        search.settle();
    }

    private void learn(Measuring from, List<Result> results, Server server, Measurement measurement) {
        if (measurement instanceof Measurement.Silent && !isDirect.getAsBoolean()) {
            return;
        }
        synchronized (this) {
            if (from.equals(running)) {
                var result = new Result(server, measurement);
                results.add(result);
                take(result);
            }
        }
        onChange.run();
    }

    private void take(Result result) {
        estimates.merge(
                result.server().id(), Estimate.of(result.measurement()), (old, _) -> old.with(result.measurement()));
    }

    /// Enough was measured. In another place than before, only what was measured now counts.
    private synchronized void measured(List<Server> servers, Measuring by, ProbePlan plan, List<Result> results) {
        if (!by.equals(running)) {
            return;
        }
        if (plan.moved()) {
            estimates.clear();
            before = Optional.empty();
            results.forEach(this::take);
        }
        var ids = servers.stream().map(Server::id).collect(Collectors.toUnmodifiableSet());
        estimates.keySet().retainAll(ids);
        if (estimates.values().stream().anyMatch(Estimate::heard)) {
            var length = FRESH.toMillis() * (1 + UNEVEN * (2 * random.nextDouble() - 1));
            freshUntil = clock.instant().plusMillis((long) length);
            freshIds = ids;
        }
    }

    private void write() {
        synchronized (file) {
            if (!closed) {
                file.writeNewest(this::known);
            }
        }
    }

    private synchronized Estimates known() {
        return new Estimates(before, estimates);
    }

    private static void await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        try {
            future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Then it is decided by what is known.
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException("measurings end well", e);
        }
    }

    /// Writes what is not written yet, and nothing from then on.
    @Override
    public void close() {
        synchronized (file) {
            write();
            closed = true;
        }
    }
}
