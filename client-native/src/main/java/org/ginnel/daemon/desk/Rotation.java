// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.store.Saved;
import org.ginnel.http.ApiResult;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives this device other keys when those that it has are old, has a tunnel that stands moved to another, and gives
/// back what they took the place of. It wakes up when something is due and not before. To be used on the loop.
final class Rotation {
    /// After a failure it is tried again so much later, each time twice as much, up to [#LONGEST_PAUSE].
    static final Duration FIRST_PAUSE = Duration.ofMinutes(15);

    static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final Loop loop;
    private final InstantSource clock;
    private final Keeper keeper;
    private final Supplier<State> state;
    private final Executor background;
    private final Doing doing;
    private final Runnable mover;
    private final Pace chores = new Pace();
    private final Pace moves = new Pace();
    private Loop.@Nullable Timer timer;
    private Optional<Matters> seen = Optional.empty();
    private boolean busy;
    private boolean closed;

    /// When what failed is tried again.
    private static final class Pace {
        private Duration pause = FIRST_PAUSE;
        private Instant notBefore = Instant.MIN;

        /// When that is to be done; what is not due yet has not failed.
        Instant due(Instant due, Instant now) {
            if (due.isAfter(now)) {
                worked();
            }
            return due.isAfter(notBefore) ? due : notBefore;
        }

        void worked() {
            pause = FIRST_PAUSE;
            notBefore = Instant.MIN;
        }

        /// @return how long it rests now
        Duration failed(Instant now) {
            var rest = pause;
            notBefore = now.plus(rest);
            pause = rest.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? rest.multipliedBy(2) : LONGEST_PAUSE;
            return rest;
        }
    }

    /// Does what is to be done, blocking.
    interface Doing {
        ApiResult<?> run(KeyChore.What what) throws InterruptedException;
    }

    /// @param background runs what blocks
    /// @param mover told that the tunnel that stands is to be moved to another key; that it is shows in the state
    Rotation(
            Loop loop,
            InstantSource clock,
            Keeper keeper,
            Supplier<State> state,
            Executor background,
            Doing doing,
            Runnable mover) {
        this.loop = loop;
        this.clock = clock;
        this.keeper = keeper;
        this.state = state;
        this.background = background;
        this.doing = doing;
        this.mover = mover;
    }

    /// What of a state decides here: not how the tunnel was found at its last check, which changes every few seconds.
    private record Matters(Class<?> kind, Optional<Link> link, List<Connected.Left> left) {
        static Matters of(State state) {
            var carrying = state.carrying();
            return new Matters(
                    state.getClass(),
                    carrying.map(Connected::link),
                    carrying.map(Connected::left).orElse(List.of()));
        }
    }

    /// [#consider()], if the state differs in what decides here. To be called when it is another.
    void stateChanged() {
        var now = Matters.of(state.get());
        if (!Optional.of(now).equals(seen)) {
            seen = Optional.of(now);
            consider();
        }
    }

    /// Looks what is to be done, and does it when it is time. To be called when the login or the settings are
    /// others.
    void consider() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        var now = state.get();
        var resting = now instanceof Disconnected && keeper.saved().wanted().isEmpty();
        if (busy || closed || !(resting || now instanceof Connected)) {
            return;
        }
        var time = clock.instant();
        var chore = KeyPlan.next(keeper.saved(), time, resting, () -> publicKeys(now, keeper.saved()));
        var choreDue = chore.map(next -> chores.due(next.due(), time));
        var moveDue = keyIsOld(now, time).map(due -> moves.due(due, time));
        if (moveDue.filter(due -> !due.isAfter(time)).isPresent()) {
            moves.failed(time);
            mover.run();
            consider();
        } else if (choreDue.filter(due -> !due.isAfter(time)).isPresent()) {
            begin(chore.orElseThrow().what());
        } else {
            Stream.concat(choreDue.stream(), moveDue.stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(due -> timer = loop.after(Duration.between(time, due), this::consider));
        }
    }

    /// [#consider()], also what failed and waits for its time. To be called when the user wants other keys.
    void hurry() {
        chores.worked();
        moves.worked();
        consider();
    }

    /// When the tunnel that stands is to be moved to another key.
    private Optional<Instant> keyIsOld(State now, Instant time) {
        return now instanceof Connected connected
                ? KeyFacts.oldAt(keeper.saved(), connected.link().config(), time)
                : Optional.empty();
    }

    private void begin(KeyChore.What what) {
        busy = true;
        background.execute(() -> {
            try {
                var result = doing.run(what);
                loop.post(() -> ended(what, result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                loop.post(() -> {
                    ended(what, new ApiResult.Failed<>(new ErrorCause.Superseded()));
                    throw e;
                });
            }
        });
    }

    private void ended(KeyChore.What what, ApiResult<?> result) {
        busy = false;
        switch (result) {
            case ApiResult.Ok<?> _ -> {
                LOG.info("{}: done", what.getClass().getSimpleName());
                chores.worked();
            }
            case ApiResult.Failed<?>(var cause) -> {
                var pause = chores.failed(clock.instant());
                LOG.info("{}: {}; tried again in {}", what.getClass().getSimpleName(), cause, pause);
            }
        }
        consider();
    }

    /// Nothing is begun from now on.
    void close() {
        closed = true;
        consider();
    }

    /// What tunnels run on, or are to be resumed with.
    static Set<String> publicKeys(State now, Saved saved) {
        var links = now.carrying().stream()
                .flatMap(carrying -> Stream.concat(
                        Stream.of(carrying.link()), carrying.left().stream().map(Connected.Left::link)))
                .map(Link::config);
        var wanted = saved.wanted().stream().flatMap(tunnel -> parsed(tunnel.config()).stream());
        return Stream.concat(links, wanted)
                .flatMap(config -> config.local().privateKey().stream())
                .map(key -> key.publicKey().base64())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Config> parsed(String text) {
        return ConfigParser.parse(text) instanceof ConfigResult.Parsed(var config) ? List.of(config) : List.of();
    }
}
