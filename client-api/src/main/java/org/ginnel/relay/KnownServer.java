// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.Optional;

/// A server and what all measurements of it say; empty while there is none.
public record KnownServer(Server server, Optional<Estimate> estimate) {
    /// A server that did not answer last counts as one that loses at least this much, until it answers again.
    private static final double LOSS_OF_THE_SILENT = 0.5;

    /// How far it is; empty while nothing ever came back from it.
    Optional<Cost> cost() {
        return estimate.flatMap(known -> known.roundTrip()
                .map(time -> Cost.of(
                        server, time, known.heard() ? known.loss() : Math.max(LOSS_OF_THE_SILENT, known.loss()))));
    }

    /// What clients are shown of it.
    public MeasuredServer measured() {
        return new MeasuredServer(server, estimate.map(Estimate::measurement));
    }
}
