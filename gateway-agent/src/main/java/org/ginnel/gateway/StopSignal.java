// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Passes real time until somebody gives the signal to end.
final class StopSignal implements Pause {
    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    @Override
    public boolean isOver() {
        return given.getCount() == 0;
    }

    @Override
    public boolean forAWhile(Duration duration) {
        try {
            return !given.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
