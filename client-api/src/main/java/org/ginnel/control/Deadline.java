// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes something when a time has passed, unless it is lifted first.
final class Deadline {
    private final CountDownLatch lifted = new CountDownLatch(1);
    private volatile boolean passed;

    /// @param closed is closed on a thread of the deadline's own
    Deadline(ControlClient closed, Duration limit) {
        Thread.ofPlatform().daemon().name("ginnel-deadline").start(() -> {
            try {
                if (!lifted.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    passed = true;
                    closed.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    boolean passed() {
        return passed;
    }

    void lift() {
        lifted.countDown();
    }
}
