// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.ginnel.daemon.port.Ticks;

/// Tells that the machine has slept or its clock was set, for a daemon that no service control manager tells: two
/// clocks are compared every few seconds, one that people set and one that only counts. Whether the counting one goes
/// on
/// asleep makes no difference.
public final class ClockLook {
    static final Duration EVERY = Duration.ofSeconds(5);

    /// What a clock that is kept right by the network never moves at once.
    static final Duration SET = Duration.ofSeconds(2);

    /// Nobody who is awake is looked at so late. A machine that is as busy as that has a look more.
    static final Duration LATE = Duration.ofSeconds(10);

    private final InstantSource set;
    private final LongSupplier counting;
    private final Runnable happened;
    private Instant was;
    private long counted;

    private ClockLook(InstantSource set, LongSupplier counting, Runnable happened) {
        this.set = set;
        this.counting = counting;
        this.happened = happened;
        this.was = set.instant();
        this.counted = counting.getAsLong();
    }

    /// Begins to tell.
    ///
    /// @param set the clock that can be set
    /// @param counting nanoseconds, such as `System.nanoTime()`
    public static Running start(Ticks ticks, InstantSource set, LongSupplier counting, Runnable happened) {
        return ticks.every(EVERY, new ClockLook(set, counting, happened)::look);
    }

    private void look() {
        var is = set.instant();
        var count = counting.getAsLong();
        var passed = Duration.ofNanos(count - counted);
        var off = Duration.between(was, is).minus(passed).abs();
        was = is;
        counted = count;
        if (off.compareTo(SET) >= 0 || passed.compareTo(EVERY.plus(LATE)) >= 0) {
            happened.run();
        }
    }
}
