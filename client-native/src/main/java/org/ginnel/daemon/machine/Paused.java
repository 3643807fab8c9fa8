// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;

/// Everything may leave for a while, because the user wants it; then what was before comes back by itself.
///
/// @param until when that is
/// @param length the longest it may still take from when it was entered, whatever becomes of the clock
public record Paused(Instant until, Duration length, Then then) implements State {
    /// A clock that is set back by less than this ends a pause too early, not too late.
    private static final Duration CLOSE_ENOUGH = Duration.ofMillis(500);

    /// What comes back.
    public sealed interface Then {}

    /// What holds while no tunnel is wanted: the lockdown.
    public record ThenRest() implements Then {}

    /// A tunnel.
    public record ThenConnect(Link link) implements Then {}

    /// The block, which no tunnel takes the place of.
    public record ThenBlock(ErrorCause cause) implements Then {}

    /// Opens. Whoever calls has taken down what stood.
    static Step enter(Duration length, Then then, World world) {
        var until = world.now().plus(length);
        return Step.to(
                new Paused(until, length, then),
                new Effect.RememberPause(Optional.of(until)),
                Policies.open(),
                new Effect.SetTimer(length),
                new Effect.Answer(Optional.empty()),
                new Effect.LookUpExit());
    }

    /// Whoever is open already is told so.
    static Step nothingToPause(State state) {
        return Step.to(state, new Effect.Answer(Optional.of(new ErrorCause.NothingToPause())));
    }

    /// The server that is connected to afterwards.
    Optional<Server> server() {
        return then instanceof ThenConnect(var link) ? Optional.of(link.server()) : Optional.empty();
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.TimerFired(), Event.Unsettled() -> look(world);
            case Event.EndPause() -> end(world);
            case Event.Pause(var other) -> again(other, world);
            case Event.Connect(var target) -> Disconnecting.enter(new Disconnecting.ThenPrepare(target), world);
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.Resume(var link) -> Disconnecting.enter(new Disconnecting.ThenConnect(link), world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Failed(var cause) -> Blocked.afterFailure(cause, world);
            case Event.StayPaused _,
                    Event.Tampered(),
                    Event.SettingsChanged(),
                    Event.Picked _,
                    Event.Provisioned _,
                    Event.NotProvisioned _,
                    Event.Proven _,
                    Event.Unproven _,
                    Event.Alive(),
                    Event.Quiet(),
                    Event.StandbyFound _,
                    Event.KeyOld(),
                    Event.OtherKeyFound _,
                    Event.DeviceLost _,
                    Event.TornDown _ -> Step.to(this);
        };
    }

    /// The timer does not count while the machine sleeps, and the clock may have been set.
    private Step look(World world) {
        var left = Duration.between(world.now(), until);
        return left.compareTo(CLOSE_ENOUGH) <= 0 || left.compareTo(length) > 0
                ? end(world)
                : Step.to(this, new Effect.SetTimer(left));
    }

    private Step again(Duration other, World world) {
        var later = world.now().plus(other);
        return Step.to(
                new Paused(later, other, then),
                new Effect.RememberPause(Optional.of(later)),
                new Effect.SetTimer(other),
                new Effect.Answer(Optional.empty()));
    }

    private Step end(World world) {
        return switch (then) {
            case ThenRest() -> Disconnected.enter(Optional.empty(), world);
            case ThenConnect(var link) -> Disconnecting.enter(new Disconnecting.ThenConnect(link), world);
            case ThenBlock(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
        };
    }
}
