// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Tells the time and runs things later. Thread-safe.
public interface TimeSource {
    /// The time of day, on the same clock as the daemon of this machine.
    Instant now();

    /// Where times of day are told. May take long the first time.
    ZoneId zone();

    /// Runs `action` once on a thread of its own choosing.
    ///
    /// @param delay at least zero
    Timer after(Duration delay, Runnable action);

    /// Something that will run later, unless it is called off.
    interface Timer {
        /// Calls it off. Does nothing when it has run already.
        void cancel();
    }
}
