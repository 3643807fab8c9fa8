// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void oneLongerAnswer_movesItLittle_aShorterOneAlmostAllTheWay() {
        var ten = Estimate.of(answer(10, NOON));

        assertThat(millis(ten.with(answer(110, NOON)))).isCloseTo(25, within(0.01));
        assertThat(millis(ten.with(answer(5, NOON)))).isCloseTo(6, within(0.01));
    }

    @Test
    void whatIsOld_countsHalfAsMuchAfterEveryHalfLife() {
        var ten = Estimate.of(answer(10, NOON));

        assertThat(millis(ten.with(answer(110, NOON.plus(Estimate.HALF_LIFE))))).isCloseTo(67.5, within(0.01));
        assertThat(millis(ten.with(answer(110, NOON.plus(Duration.ofDays(1)))))).isCloseTo(110, within(0.01));
    }

    @Test
    void silence_countsAsLoss_andKeepsTheRoundTrip() {
        var quiet = Estimate.of(answer(10, NOON)).with(new Measurement.Silent(NOON));

        assertThat(quiet.loss()).isCloseTo(0.1, within(1e-9));
        assertThat(millis(quiet)).isEqualTo(10);
        assertThat(quiet.measurement()).isEqualTo(new Measurement.Silent(NOON));
        assertThat(quiet.with(answer(10, NOON)).measurement()).isEqualTo(answer(10, NOON));
        assertThat(quiet.with(answer(10, NOON)).loss()).isCloseTo(0.09, within(1e-9));
    }

    @Test
    void aServerThatNeverAnswered_hasNoRoundTrip_untilItDoes() {
        var silent = Estimate.of(new Measurement.Silent(NOON));

        assertThat(silent.roundTrip()).isEmpty();
        assertThat(silent.loss()).isEqualTo(1);
        assertThat(millis(silent.with(answer(7, NOON)))).isEqualTo(7);
    }

    @Test
    void aClockThatWasSetBack_makesNothingOlder() {
        var ten = Estimate.of(answer(10, NOON));

        assertThat(millis(ten.with(answer(110, NOON.minus(Duration.ofDays(9))))))
                .isCloseTo(25, within(0.01));
        assertThat(ten.age(NOON.minusSeconds(5))).isZero();
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThatThrownBy(() -> new Estimate(Optional.empty(), 0, NOON, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(Optional.empty(), Double.NaN, NOON, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(Optional.of(Duration.ZERO), 0, NOON, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Measurement answer(int millis, Instant at) {
        return new Measurement.Answered(Duration.ofMillis(millis), at);
    }

    private static double millis(Estimate estimate) {
        return estimate.roundTrip().orElseThrow().toNanos() / 1e6;
    }
}
