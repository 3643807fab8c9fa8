// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How far a change has come: what every gateway that it concerns was seen to have.
public record Spread(List<Reach> gateways) {
    public Spread {
        gateways = List.copyOf(gateways);
    }

    /// Whether every gateway that has an agent has it.
    public boolean isEverywhere() {
        return gateways.stream().noneMatch(reach -> reach instanceof Reach.Pending);
    }

    /// One gateway.
    public sealed interface Reach {
        String serverId();

        /// The agent read the change back from the device.
        ///
        /// @param after since the change was asked for
        record Applied(String serverId, Duration after) implements Reach {}

        /// The agent did not say so yet.
        ///
        /// @param goneWithin how long at most the gateway keeps what it must not have; empty when it
        ///     never called, and so never was told to have it
        record Pending(String serverId, Optional<Duration> goneWithin) implements Reach {}

        /// The operator applies peers by other means.
        record Unmanaged(String serverId) implements Reach {}
    }
}
