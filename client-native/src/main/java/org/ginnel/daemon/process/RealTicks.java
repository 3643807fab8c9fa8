// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.ginnel.daemon.port.Ticks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ticks of a thread of its own for each who wants them.
///
/// @param thread what it is called
public record RealTicks(String thread) implements Ticks {
    private static final Logger LOG = LoggerFactory.getLogger(RealTicks.class);

    @Override
    public Running every(Duration time, Runnable look) {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(thread).factory());
        var ticking = executor.scheduleWithFixedDelay(() -> tick(look), 0, time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            ticking.cancel(true);
            executor.shutdownNow();
        };
    }

    /// A look that fails is not the last one.
    private static void tick(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("a defect of ours: {}", e.toString(), e);
        }
    }
}
