// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

/// Waiting until a point in time, interrupted or not; an interrupt is kept for the caller.
final class Deadline {
    /// Something that can be waited for.
    interface Wait {
        boolean atMost(long nanos) throws InterruptedException;
    }

    private Deadline() {}

    /// Waits for `wait` until then.
    ///
    /// @param deadline as [System#nanoTime()] counts
    /// @return whether it happened in time
    static boolean join(long deadline, Wait wait) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return wait.atMost(Math.max(1, deadline - System.nanoTime()));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
