// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.time.Duration;

/// Lets time pass, unless the agent is told to end.
interface Pause {
    /// Waits.
    ///
    /// @return false when the agent is to end, at once
    boolean forAWhile(Duration duration);

    /// Whether the agent is to end already, so that what fails now was given up.
    default boolean isOver() {
        return false;
    }
}
