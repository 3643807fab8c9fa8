// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

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

    static Step enter(Then then, World world) {
        return switch (then) {
            case ThenRest() ->
                Step.to(
                        new Disconnecting(then),
                        new Effect.CancelWork(),
                        new Effect.Remember(Optional.empty()),
                        Policies.blocked(world),
                        new Effect.TearDown());
            case ThenConnect _, ThenPrepare _ ->
                Step.to(
                        new Disconnecting(then),
                        new Effect.CancelWork(),
                        Policies.blocked(world),
                        new Effect.TearDown());
        };
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
            case Event.SettingsChanged() -> Step.to(this, Policies.blocked(world));
            case Event.Picked _,
                    Event.Provisioned _,
                    Event.NotProvisioned _,
                    Event.Proven _,
                    Event.Unproven _,
                    Event.Alive(),
                    Event.DeviceLost _,
                    Event.TimerFired() -> Step.to(this);
        };
    }

    private Step tornDown(Optional<ErrorCause> failure, World world) {
        return switch (then) {
            case ThenRest() -> Disconnected.enter(failure);
            case ThenConnect(var link) ->
                failure.isPresent()
                        ? Blocked.enter(failure.get(), Optional.empty(), 0, world)
                        : Connecting.enter(link, Optional.empty(), 0, world);
            case ThenPrepare(var target) ->
                Preparing.enter(
                        target, new Standing.Shut(failure.orElse(new ErrorCause.Superseded()), Optional.empty(), 0));
        };
    }

    /// The block could not be put up. Who wants to rest wants it gone anyway; who wants a tunnel must be told.
    private Step failed(ErrorCause cause, World world) {
        return switch (then) {
            case ThenRest() -> Step.to(this, new Effect.TearDown());
            case ThenConnect _, ThenPrepare _ -> Blocked.withoutFirewall(cause, world);
        };
    }
}
