// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.time.Duration;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.port.SystemWatch.Change;

/// Turns changes of the system into a look at what protects and, when the way out may be another one, into
/// [Event.Unsettled]. Without changes it does nothing: there is no timer that runs on.
public final class Guard implements AutoCloseable {
    /// Programs change things in bursts; one look behind them is enough. A foreign change stands no longer than
    /// this and the look itself, some milliseconds.
    static final Duration LOOK_AFTER = Duration.ofMillis(20);

    /// Who takes turns with another program that insists does so four times a second, not more.
    static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);

    /// A change of network is several changes: addresses go and come, routes follow.
    static final Duration SETTLED_AFTER = Duration.ofMillis(200);

    private final Loop loop;
    private final Driver driver;
    private final Runnable onClock;
    private final SystemWatch.Running running;
    private boolean looking;
    private boolean resting;
    private boolean again;
    private boolean settling;

    private Guard(Loop loop, Driver driver, SystemWatch watch, Runnable onClock) {
        this.loop = loop;
        this.driver = driver;
        this.onClock = onClock;
        this.running = watch.start(change -> loop.post(() -> changed(change)));
    }

    /// Begins to guard.
    ///
    /// @param onClock run on the loop when the clock was set or the machine has slept: what is due at a time of day
    ///     may be due now, and timers did not count meanwhile
    public static Guard start(Loop loop, Driver driver, SystemWatch watch, Runnable onClock) {
        return new Guard(loop, driver, watch, onClock);
    }

    private void changed(Change change) {
        switch (change) {
            case PROTECTION -> lookSoon();
            case NETWORK -> unsettled();
            case CLOCK -> {
                unsettled();
                onClock.run();
            }
        }
    }

    private void unsettled() {
        lookSoon();
        settleSoon();
    }

    private void lookSoon() {
        if (resting) {
            again = true;
        } else if (!looking) {
            looking = true;
            loop.after(LOOK_AFTER, this::look);
        }
    }

    private void look() {
        looking = false;
        resting = true;
        driver.look();
        loop.after(LOOK_AGAIN_AFTER, this::rested);
    }

    private void rested() {
        resting = false;
        if (again) {
            again = false;
            lookSoon();
        }
    }

    private void settleSoon() {
        if (!settling) {
            settling = true;
            loop.after(SETTLED_AFTER, () -> {
                settling = false;
                driver.handle(new Event.Unsettled());
            });
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
