// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;

/// No tunnel. The system is as we found it, and everything may leave; or, when the user wants that, nothing may.
///
/// @param lastFailure why the last attempt ended before anything was changed, or what could not be put back
/// @param locked whether nothing may leave
public record Disconnected(Optional<ErrorCause> lastFailure, boolean locked) implements State {

    /// With [Paused], the only way to an open firewall. `failure` is what could not be put back.
    static Step enter(Optional<ErrorCause> failure, World world) {
        return Step.to(
                new Disconnected(failure, world.lockdown()),
                new Effect.RememberPause(Optional.empty()),
                Policies.resting(world),
                new Effect.Answer(failure),
                new Effect.LookUpExit());
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Connect(var target) -> Preparing.enter(target, new Standing.Rest(locked));
            case Event.Disconnect() -> disconnect(world);
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Pause(var length) ->
                locked ? Paused.enter(length, new Paused.ThenRest(), world) : Paused.nothingToPause(this);
            case Event.StayPaused(var until, var then) ->
                Step.to(new Disconnecting(Disconnecting.ThenPause.until(until, then, world)), new Effect.TearDown());
            case Event.Resume(var link) -> Disconnecting.enter(new Disconnecting.ThenConnect(link), world);
            case Event.CleanUp() -> cleanUp(world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Failed(var cause) ->
                locked ? Blocked.afterFailure(cause, world) : Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> locked ? Step.to(this, Policies.blocked(world)) : Step.to(this);
            case Event.Unsettled() -> Step.to(this, new Effect.LookUpExit());
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
                    Event.TornDown _,
                    Event.TimerFired() -> Step.to(this);
        };
    }

    /// What could not be put back is tried again.
    private Step disconnect(World world) {
        return lastFailure.filter(ErrorCause.SystemRefused.class::isInstance).isPresent()
                ? cleanUp(world)
                : Step.to(new Disconnected(Optional.empty(), locked), new Effect.Answer(Optional.empty()));
    }

    /// In a lockdown the block comes first; without one nothing is blocked for cleaning.
    private static Step cleanUp(World world) {
        var cleaning = new Disconnecting(new Disconnecting.ThenRest());
        return world.lockdown()
                ? Step.to(cleaning, Policies.blocked(world), new Effect.TearDown())
                : Step.to(cleaning, new Effect.TearDown());
    }

    private Step settingsChanged(World world) {
        if (locked == world.lockdown()) {
            return locked ? Step.to(this, Policies.blocked(world)) : Step.to(this);
        }
        return Step.to(
                new Disconnected(lastFailure, world.lockdown()), Policies.resting(world), new Effect.LookUpExit());
    }
}
