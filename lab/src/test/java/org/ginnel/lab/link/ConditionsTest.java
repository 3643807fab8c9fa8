// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Duration MS = Duration.ofMillis(1);

    @Test
    void loss_isAboutTheShareAsked() {
        var weather = new Conditions(MS, Duration.ZERO, 0.25, false);
        var random = new Random(1);
        assertThat(IntStream.range(0, 10_000).filter(i -> weather.loses(random)).count())
                .isBetween(2300L, 2700L);
    }

    @Test
    void soundLink_losesNothingAndADeadOneEverything() {
        var random = new Random(1);
        var sound = Conditions.roundTrip(MS);
        var dead = new Conditions(MS, Duration.ZERO, 0, true);
        assertThat(IntStream.range(0, 1000)).noneMatch(i -> sound.loses(random));
        assertThat(IntStream.range(0, 1000)).allMatch(i -> dead.loses(random));
    }

    @Test
    void jitter_onlyAdds() {
        var weather = new Conditions(MS, MS.multipliedBy(2), 0, false);
        var random = new Random(1);
        assertThat(IntStream.range(0, 1000).mapToLong(i -> weather.delayNanos(random)))
                .allMatch(delay -> delay >= 1_000_000 && delay < 3_000_000)
                .anyMatch(delay -> delay > 2_500_000)
                .anyMatch(delay -> delay < 1_500_000);
    }

    @Test
    void impossibleWeather_isRefused() {
        assertThatThrownBy(() -> new Conditions(MS.negated(), Duration.ZERO, 0, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conditions(MS, Duration.ZERO, 1.1, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conditions(MS, Duration.ZERO, Double.NaN, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
