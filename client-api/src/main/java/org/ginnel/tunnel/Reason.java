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

    /// Nothing was measured, so the first of the list was taken.
    ///
    /// @param of how many servers there were to choose from
    record FirstOfList(int of) implements Reason {}
}
