// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;

/// What stands is being taken down; nothing leaves until it is.
public record Disconnecting(Then then) implements State {

    /// What comes after.
    public sealed interface Then {}

    /// Nothing: the user wants no tunnel.
    public record ThenRest() implements Then {}

    /// Another tunnel, all known of it.
    public record ThenConnect(Link link) implements Then {}

    /// Another tunnel, yet to be prepared.
    public record ThenPrepare(Target target) implements Then {}

    /// A pause, and then what was before.
    public record ThenPause(Duration length, Paused.Then then) implements Then {
        /// One that was begun earlier.
        static ThenPause until(Instant until, Optional<Link> link, World world) {
            var left = Duration.between(world.now(), until);
            return new ThenPause(
                    left.isNegative() ? Duration.ZERO : left,
                    link.<Paused.Then>map(Paused.ThenConnect::new).orElseGet(Paused.ThenRest::new));
        }
    }

    static Step enter(Then then, World world) {
        return switch (then) {
            case ThenRest() -> down(then, new Effect.Remember(Optional.empty()), world);
            case ThenPause(var length, var _) ->
                down(then, new Effect.RememberPause(Optional.of(world.now().plus(length))), world);
            case ThenConnect _, ThenPrepare _ -> down(then, new Effect.RememberPause(Optional.empty()), world);
        };
    }

    private static Step down(Then then, Effect remember, World world) {
        return Step.to(
                new Disconnecting(then),
                new Effect.CancelWork(),
                remember,
                Policies.blocked(world),
                new Effect.TearDown());
    }

    /// A pause instead of what stands, and the tunnel again afterwards.
    static Step pause(Duration length, Link link, World world) {
        return enter(new ThenPause(length, new Paused.ThenConnect(link)), world);
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.TornDown(var failure) -> tornDown(failure, world);
            case Event.Connect(var target) -> Step.to(new Disconnecting(new ThenPrepare(target)));
            case Event.Disconnect(), Event.CleanUp() ->
                Step.to(new Disconnecting(new ThenRest()), new Effect.Remember(Optional.empty()));
            case Event.Resume(var link) -> Step.to(new Disconnecting(new ThenConnect(link)));
            case Event.Failed(var cause) -> failed(cause, world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.SettingsChanged(), Event.Tampered() -> Step.to(this, Policies.blocked(world));
            case Event.Pause(var length) -> pause(length);
            case Event.EndPause() -> endPause();
            case Event.Picked _,
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
                    Event.StayPaused _,
                    Event.Unsettled(),
                    Event.TimerFired() -> Step.to(this);
        };
    }

    private Step pause(Duration length) {
        return switch (then) {
            case ThenRest(), ThenPrepare _ -> Paused.nothingToPause(this);
            case ThenConnect(var link) ->
                Step.to(new Disconnecting(new ThenPause(length, new Paused.ThenConnect(link))));
            case ThenPause(var _, var after) -> Step.to(new Disconnecting(new ThenPause(length, after)));
        };
    }

    private Step endPause() {
        return then instanceof ThenPause(var _, Paused.ThenConnect(var link))
                ? Step.to(new Disconnecting(new ThenConnect(link)), new Effect.RememberPause(Optional.empty()))
                : Step.to(this, new Effect.Answer(Optional.empty()));
    }

    private Step tornDown(Optional<ErrorCause> failure, World world) {
        return switch (then) {
            case ThenRest() -> Disconnected.enter(failure, world);
            case ThenPause(var length, var after) -> Paused.enter(length, after, world);
            case ThenConnect(var link) ->
                failure.isPresent()
                        ? Blocked.afterFailure(failure.get(), link, 0, world)
                        : Connecting.enter(link, Optional.empty(), 0, world);
            case ThenPrepare(var target) ->
                Preparing.enter(
                        target, new Standing.Shut(failure.orElse(new ErrorCause.Superseded()), Optional.empty(), 0));
        };
    }

    /// The block could not be put up. Who wants to rest wants it gone anyway; who wants a tunnel must be told.
    private Step failed(ErrorCause cause, World world) {
        return switch (then) {
            case ThenRest(), ThenPause _ -> Step.to(this, new Effect.TearDown());
            case ThenConnect(var link) -> Blocked.withoutFirewall(cause, Optional.of(link), world);
            case ThenPrepare _ -> Blocked.withoutFirewall(cause, Optional.empty(), world);
        };
    }
}
