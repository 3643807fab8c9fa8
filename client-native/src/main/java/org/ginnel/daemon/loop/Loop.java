// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.time.Duration;

/// The one thread on which the daemon's state changes, and its timers. Any thread may post.
public interface Loop {
    /// Runs `task` on the loop after all posted before it.
    void post(Runnable task);

    /// Runs `task` on the loop when `delay` has passed.
    Timer after(Duration delay, Runnable task);

    /// A task that waits for its time.
    interface Timer {
        /// Makes sure that the task does not run any more. To be called on the loop.
        void cancel();
    }
}
