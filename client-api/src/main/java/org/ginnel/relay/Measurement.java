// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.time.Instant;

/// What was last learnt of the way to a server.
public sealed interface Measurement {
    /// When it was learnt, on the clock of the machine that measured.
    Instant at();

    /// A round trip was timed.
    ///
    /// @param roundTrip more than zero
    record Answered(Duration roundTrip, Instant at) implements Measurement {
        public Answered {
            if (!roundTrip.isPositive()) {
                throw new IllegalArgumentException("a round trip takes time");
            }
        }
    }

    /// Nothing came back within the probe's time limit.
    record Silent(Instant at) implements Measurement {}
}
