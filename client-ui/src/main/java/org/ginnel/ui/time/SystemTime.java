// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The machine's own clock, with one thread that exists only from the first timer on.
public final class SystemTime implements TimeSource, AutoCloseable {
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("ginnel-timer").unstarted(work));

    /// A clock without a timer yet.
    public SystemTime() {
        timers.setRemoveOnCancelPolicy(true);
        timers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        var timer = timers.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /// Calls off every timer; later ones never run.
    @Override
    public void close() {
        timers.shutdownNow();
    }
}
