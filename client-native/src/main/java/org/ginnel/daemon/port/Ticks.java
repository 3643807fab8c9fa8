// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.time.Duration;
import org.ginnel.daemon.port.SystemWatch.Running;

/// Calls again and again, for what nobody tells of.
public interface Ticks {
    /// Begins to.
    ///
    /// @param time between the end of one look and the next
    /// @param look called at once and from then on, one after the other, on a thread of its own
    Running every(Duration time, Runnable look);
}
