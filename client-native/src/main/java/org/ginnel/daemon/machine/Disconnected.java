// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;

/// No tunnel. The system is as we found it, and everything may leave.
///
/// @param lastFailure why the last attempt ended before anything was changed
public record Disconnected(Optional<ErrorCause> lastFailure) implements State {

    /// The only way to an open firewall. `failure` is what could not be put back.
    static Step enter(Optional<ErrorCause> failure) {
        return Step.to(new Disconnected(failure), Policies.open(), new Effect.Answer(failure), new Effect.LookUpExit());
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Connect(var target) -> Preparing.enter(target, new Standing.Open());
            case Event.Disconnect() -> Step.to(new Disconnected(Optional.empty()), new Effect.Answer(Optional.empty()));
            case Event.Resume(var link) -> Disconnecting.enter(new Disconnecting.ThenConnect(link), world);
            case Event.CleanUp() -> Step.to(new Disconnecting(new Disconnecting.ThenRest()), new Effect.TearDown());
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Failed(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.SettingsChanged(),
                    Event.Picked _,
                    Event.Provisioned _,
                    Event.NotProvisioned _,
                    Event.Proven _,
                    Event.Unproven _,
                    Event.Alive(),
                    Event.DeviceLost _,
                    Event.TornDown _,
                    Event.TimerFired() -> Step.to(this);
        };
    }
}
