// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

/// Gives this device other keys when those that it has are old, while nothing runs on them, and gives back what
/// they took the place of. It wakes up when something is due and not before. To be used on the loop.
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
    private Loop.@Nullable Timer timer;
    private boolean busy;
    private boolean closed;
    private Duration pause = FIRST_PAUSE;
    private Instant notBefore = Instant.MIN;

    /// Does what is to be done, blocking.
    interface Doing {
        ApiResult<?> run(KeyChore.What what) throws InterruptedException;
    }

    /// @param background runs what blocks
    Rotation(Loop loop, InstantSource clock, Keeper keeper, Supplier<State> state, Executor background, Doing doing) {
        this.loop = loop;
        this.clock = clock;
        this.keeper = keeper;
        this.state = state;
        this.background = background;
        this.doing = doing;
    }

    /// Looks what is to be done, and does it when it is time. To be called when the tunnel, the login or the
    /// settings are others.
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
        KeyPlan.next(keeper.saved(), time, resting, () -> publicKeys(now, keeper.saved()))
                .ifPresent(chore -> {
                    var due = chore.due().isAfter(notBefore) ? chore.due() : notBefore;
                    if (due.isAfter(time)) {
                        timer = loop.after(Duration.between(time, due), this::consider);
                    } else {
                        begin(chore.what());
                    }
                });
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
                pause = FIRST_PAUSE;
                notBefore = Instant.MIN;
            }
            case ApiResult.Failed<?>(var cause) -> {
                LOG.info("{}: {}; tried again in {}", what.getClass().getSimpleName(), cause, pause);
                notBefore = clock.instant().plus(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
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
                .flatMap(carrying ->
                        Stream.concat(Stream.of(carrying.link()), carrying.left().map(Connected.Left::link).stream()))
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
