// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockLookTest {
    private final List<Runnable> looks = new ArrayList<>();
    private final AtomicInteger told = new AtomicInteger();
    private Instant set = Instant.parse("2026-11-30T10:00:00Z");
    private long counting = Long.MAX_VALUE - 7; // it may begin anywhere, and turn over
    private Running running = () -> {};

    @BeforeEach
    void start() {
        running = ClockLook.start(
                (every, look) -> {
                    assertThat(every).isEqualTo(ClockLook.EVERY);
                    looks.add(look);
                    return looks::clear;
                },
                () -> set,
                () -> counting,
                told::incrementAndGet);
    }

    private void passes(Duration onTheWall, Duration counted) {
        set = set.plus(onTheWall);
        counting += counted.toNanos();
        looks.getFirst().run();
    }

    @Test
    void timeThatPasses_isNotTold() {
        for (var i = 0; i < 1000; i++) {
            passes(ClockLook.EVERY, ClockLook.EVERY);
        }
        assertThat(told).hasValue(0);
    }

    @Test
    void aClockThatIsKeptRight_andABusyMachine_areNotTold() {
        passes(ClockLook.EVERY.plusMillis(1999), ClockLook.EVERY);
        passes(ClockLook.EVERY.minusMillis(1999), ClockLook.EVERY);
        passes(Duration.ofSeconds(14), Duration.ofSeconds(14));
        assertThat(told).hasValue(0);
    }

    @Test
    void aClockThatIsSet_inEitherDirection_isToldOnce() {
        passes(Duration.ofHours(1), ClockLook.EVERY);
        passes(ClockLook.EVERY, ClockLook.EVERY);
        assertThat(told).hasValue(1);
        passes(Duration.ofHours(-2), ClockLook.EVERY);
        passes(ClockLook.EVERY, ClockLook.EVERY);
        assertThat(told).hasValue(2);
    }

    @Test
    void aSleep_isTold_whetherTheCounterSleepsToo_orNot() {
        passes(Duration.ofMinutes(9), Duration.ofSeconds(3));
        assertThat(told).hasValue(1);
        passes(Duration.ofMinutes(9), Duration.ofMinutes(9));
        assertThat(told).hasValue(2);
    }

    @Test
    void closed_itLooksNoMore() {
        running.close();
        assertThat(looks).isEmpty();
    }
}
