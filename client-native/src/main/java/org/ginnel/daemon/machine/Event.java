// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;

/// Something that happened.
public sealed interface Event {
    /// The daemon started and finds that a tunnel was wanted when it last ran.
    record Resume(Link link) implements Event {}

    /// The daemon started within a pause.
    ///
    /// @param then the tunnel that was wanted
    record StayPaused(Instant until, Optional<Link> then) implements Event {}

    /// The daemon started and finds that none was. What a crash left behind must go; where nothing was left,
    /// nothing is blocked for it.
    record CleanUp() implements Event {}

    /// The daemon started and cannot read what was wanted.
    record Forgot(ErrorCause cause) implements Event {}

    /// The user asks for a tunnel, or for another one.
    record Connect(Target target) implements Event {}

    /// The user asks for none.
    record Disconnect() implements Event {}

    /// The user wants everything to leave for a while.
    record Pause(Duration length) implements Event {}

    /// The user wants that to end now.
    record EndPause() implements Event {}

    /// Another program changed what protects us.
    record Tampered() implements Event {}

    /// The network changed, the machine slept, or its clock was set: what was proven has to be proven again.
    record Unsettled() implements Event {}

    /// What the user set has changed, or whether it holds.
    record SettingsChanged() implements Event {}

    /// [Effect.Provision] has picked a server and goes on.
    record Picked(Server server) implements Event {}

    /// [Effect.Provision] ended well.
    ///
    /// @param others who may be tried beside it when it does not answer at once, in this order
    record Provisioned(Link link, List<Link> others) implements Event {
        public Provisioned {
            others = List.copyOf(others);
        }
    }

    /// [Effect.Provision] ended otherwise.
    record NotProvisioned(ErrorCause cause) implements Event {}

    /// [Effect.Prove] or [Effect.ProveBeside] saw a round trip.
    record Proven(Lane lane, Proof proof) implements Event {}

    /// They saw none in their time.
    ///
    /// @param handshake whether at least the handshake worked
    record Unproven(Lane lane, boolean handshake) implements Event {}

    /// [Effect.CheckLife] or [Effect.Prove] saw that data came in by itself, out of the tunnel that everybody uses.
    record Alive() implements Event {}

    /// [Effect.CheckLife] saw that nothing came in, and nothing was sent either.
    record Quiet() implements Event {}

    /// [Effect.FindStandby] ended.
    ///
    /// @param of the server that it may stand in for
    /// @param standby empty when there is none
    record StandbyFound(String of, Optional<Link> standby) implements Event {}

    /// The key of the tunnel that stands is old.
    record KeyOld() implements Event {}

    /// [Effect.FindOtherKey] ended.
    ///
    /// @param of the server that it is for
    /// @param found empty when there is none
    record OtherKeyFound(String of, Optional<Link> found) implements Event {}

    /// The device of a lane went away without our doing.
    record DeviceLost(Lane lane) implements Event {}

    /// [Effect.TearDown] is through.
    ///
    /// @param failure what could not be put back
    record TornDown(Optional<ErrorCause> failure) implements Event {}

    /// The time of [Effect.SetTimer] is over.
    record TimerFired() implements Event {}

    /// An effect could not be carried out; those after it were not run.
    record Failed(ErrorCause cause) implements Event {}
}
