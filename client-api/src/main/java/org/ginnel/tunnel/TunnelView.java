// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.relay.Server;

/// The state of the tunnel in the words a user sees. Carries no keys.
public sealed interface TunnelView {
    /// No tunnel; the system is as we found it, and everything may leave.
    ///
    /// @param lastFailure why the last attempt ended before anything was changed; empty after a wanted disconnect
    record Disconnected(Optional<ErrorCause> lastFailure) implements TunnelView {}

    /// No tunnel, and nothing leaves: the user wants it so (lockdown).
    ///
    /// @param lastFailure as for [Disconnected]
    record Locked(Optional<ErrorCause> lastFailure) implements TunnelView {}

    /// No tunnel for a while, and everything may leave; then what was before comes back by itself.
    ///
    /// @param until when that is
    /// @param then the server that is connected to again; empty when the lockdown comes back
    record Paused(Instant until, Optional<Server> then) implements TunnelView {}

    /// On the way. From [Phase#SECURING] on, nothing leaves but what builds the tunnel.
    ///
    /// @param server empty until one is chosen
    /// @param attempt counts from 1
    record Connecting(Optional<Server> server, Phase phase, int attempt) implements TunnelView {}

    /// Traffic flows through the tunnel, and only through the tunnel.
    ///
    /// @param next what is being made ready to take over; until it is proven everything stays as it is
    record Connected(Server server, Instant since, Proof proof, Reason reason, Optional<Next> next)
            implements TunnelView {}

    /// A tunnel that is to take over from the one that stands.
    ///
    /// @param server empty until one is chosen
    /// @param phase how far it is
    record Next(Optional<Server> server, Phase phase) {}

    /// The tunnel was lost and is being built again; nothing leaves meanwhile.
    ///
    /// @param attempt counts from 1
    record Reconnecting(Server server, ErrorCause why, int attempt) implements TunnelView {}

    /// The tunnel is being taken down.
    record Disconnecting() implements TunnelView {}

    /// No tunnel, and nothing leaves: the user asked to be protected and we cannot.
    ///
    /// @param leaksPossible true when even the block could not be put in place
    record Blocked(ErrorCause cause, Instant since, boolean leaksPossible) implements TunnelView {}

    /// Where on the way a connecting tunnel is.
    enum Phase {
        /// Measuring and ranking servers.
        CHOOSING,
        /// Asking the operator for a config.
        PROVISIONING,
        /// Closing the firewall and making the device.
        SECURING,
        /// Waiting for WireGuard's handshake.
        HANDSHAKE,
        /// Waiting for a round trip inside the tunnel.
        PROVING
    }
}
