// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ginnel.devkit.Servers;
import org.ginnel.tunnel.Traffic;
import org.junit.jupiter.api.Test;

class RateHistoryTest {
    private static final Instant NOON = Servers.NOON;
    private final RateHistory history = new RateHistory();

    @Test
    void aSteadyStream_isAFlatCurve() {
        for (var second = 0; second <= 90; second++) {
            history.add(NOON.plusSeconds(second), new Traffic(second * 1000L, second * 10L));
        }

        var rates = history.at(NOON.plusSeconds(90));
        assertThat(rates.down()).isEqualTo(1000);
        assertThat(rates.up()).isEqualTo(10);
        assertThat(rates.downs()).hasSize(60).containsOnly(1000L);
    }

    @Test
    void whenNothingFlows_theRateIsZero_andTheCurveMovesOut() {
        history.add(NOON, new Traffic(0, 0));
        history.add(NOON.plusSeconds(1), new Traffic(5000, 0));

        assertThat(history.at(NOON.plusSeconds(1)).down()).isEqualTo(5000);
        assertThat(history.at(NOON.plusSeconds(10)).down()).isZero();
        assertThat(history.at(NOON.plusSeconds(10)).downs()).contains(5000L);
        assertThat(history.at(NOON.plusSeconds(100)).downs()).containsOnly(0L);
    }

    @Test
    void whatComesAfterASilence_isNotSpreadOverIt() {
        history.add(NOON, new Traffic(0, 0));
        history.add(NOON.plusSeconds(30), new Traffic(3000, 300));

        assertThat(history.at(NOON.plusSeconds(30)).downs()).endsWith(0L, 3000L);
    }

    @Test
    void anotherDevice_beginsAnew() {
        history.add(NOON, new Traffic(1_000_000, 0));
        history.add(NOON.plusSeconds(1), new Traffic(10, 10));

        assertThat(history.at(NOON.plusSeconds(1)).downs()).containsOnly(0L);
    }

    @Test
    void aClockThatIsSetBack_doesNoHarm() {
        history.add(NOON, new Traffic(0, 0));
        history.add(NOON.minusSeconds(3600), new Traffic(10, 10));
        history.add(NOON.minusSeconds(3599), new Traffic(20, 20));

        assertThat(history.at(NOON.minusSeconds(3599)).down()).isEqualTo(10);
    }
}
