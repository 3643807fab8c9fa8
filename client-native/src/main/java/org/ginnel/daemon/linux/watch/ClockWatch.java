// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells that the clock was set or the machine has slept: a timer in the far future is cancelled by either
/// (`timerfd_create(2)`, `TFD_TIMER_CANCEL_ON_SET`).
final class ClockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int TIMER_BYTES = 4 * Long.BYTES;
    private static final int SECONDS_OFFSET = 2 * Long.BYTES;
    private static final int CANCELLED = 125;
    private static final int INTERRUPTED = 4;

    private final int timer;
    private final Runnable listener;
    private volatile boolean closed;

    private ClockWatch(int timer, Runnable listener) {
        this.timer = timer;
        this.listener = listener;
    }

    static ClockWatch start(Runnable listener) throws IOException {
        try {
            var watch = new ClockWatch(
                    TimerLibrary.timerfd_create(TimerLibrary.CLOCK_REALTIME, TimerLibrary.TFD_CLOEXEC), listener);
            watch.arm(Long.MAX_VALUE >> 1);
            Thread.ofPlatform().name("ginnel-clock").daemon().start(watch::listen);
            return watch;
        } catch (LastErrorException | LinkageError e) {
            throw new IOException("timerfd: " + e.getMessage(), e);
        }
    }

    private void arm(long second) {
        var when =
                ByteBuffer.allocate(TIMER_BYTES).order(ByteOrder.nativeOrder()).putLong(SECONDS_OFFSET, second);
        TimerLibrary.timerfd_settime(
                timer, TimerLibrary.TFD_TIMER_ABSTIME | TimerLibrary.TFD_TIMER_CANCEL_ON_SET, when.array(), null);
    }

    private void listen() {
        var expirations = new byte[Long.BYTES];
        try {
            while (!closed) {
                try {
                    TimerLibrary.read(timer, expirations, expirations.length);
                } catch (LastErrorException e) {
                    heard(e);
                }
            }
        } catch (LastErrorException e) {
            LOG.error("that the clock is set will not be noticed any more: errno {}", e.getErrorCode());
        } finally {
            TimerLibrary.close(timer);
        }
    }

    private void heard(LastErrorException e) {
        if (e.getErrorCode() == CANCELLED) {
            listener.run();
        } else if (e.getErrorCode() != INTERRUPTED) {
            throw e;
        }
    }

    /// Lets the timer fire, which ends the thread that waits for it.
    @Override
    public void close() {
        closed = true;
        arm(1);
    }
}
