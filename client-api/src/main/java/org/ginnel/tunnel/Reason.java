// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

import java.time.Duration;

/// Why this server was chosen.
public sealed interface Reason {
    /// The user named it.
    record ChosenByUser() implements Reason {}

    /// It had the shortest round trip.
    ///
    /// @param measured how many servers had answered
    /// @param of how many servers there were to choose from
    record Fastest(Duration roundTrip, int measured, int of) implements Reason {}

    /// The server before it did not answer any more.
    ///
    /// @param of the name of that server
    record Instead(String of) implements Reason {}

    /// Its round trip is not the shortest, but something else weighed more.
    ///
    /// @param roundTrip its own
    /// @param shortest the shortest of all
    /// @param merit what weighed most
    /// @param measured how many servers had answered
    /// @param of how many servers there were to choose from
    record Preferred(Duration roundTrip, Duration shortest, Merit merit, int measured, int of) implements Reason {}

    /// What may weigh more than a shorter round trip.
    enum Merit {
        /// It was chosen before, and no other is clearly better.
        AS_BEFORE,
        /// It has less to do.
        LESS_BUSY,
        /// It loses fewer packets.
        LOSES_LESS,
        /// The operator would have it used more.
        OPERATORS_WEIGHT
    }

    /// Nothing was measured, so the first of the list was taken.
    ///
    /// @param of how many servers there were to choose from
    record FirstOfList(int of) implements Reason {}
}
