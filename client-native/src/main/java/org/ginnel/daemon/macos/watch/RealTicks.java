// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls again and again, on a thread of its own, one look after the other.
final class RealTicks implements PfWatch.Ticks {
    private static final Logger LOG = LoggerFactory.getLogger(RealTicks.class);

    @Override
    public Running every(Duration time, Runnable look) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ginnel-pf").factory());
        var ticking = thread.scheduleWithFixedDelay(() -> tick(look), 0, time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            ticking.cancel(true);
            thread.shutdownNow();
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
