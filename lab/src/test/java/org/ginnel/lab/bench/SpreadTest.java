// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedian_isTheMiddleOne_orTheMeanOfTwo() {
        assertThat(of(9, 1, 5).median()).isEqualTo(Duration.ofMillis(5));
        assertThat(of(9, 1, 5, 7).median()).isEqualTo(Duration.ofMillis(6));
        assertThat(of(3).median()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void itIsToldAsLeastMedianMost_inMilliseconds() {
        assertThat(of(31, 12, 15)).hasToString("12 / 15 / 31");
    }

    @Test
    void aRatio_isOfMedians() {
        assertThat(of(1, 10, 100).times(of(1, 40, 41))).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void nineOfTen_areNotOverThat() {
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100).most(0.9)).isEqualTo(Duration.ofMillis(9));
        assertThat(of(7).most(0.9)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void nothingMeasured_isNoFigure() {
        assertThatThrownBy(() -> new Spread(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFootprint_isReadOfARealProcess() throws IOException {
        var taken = footprint("sleep", "60");

        assertThat(taken.memoryKb()).isBetween(100L, 100_000L);
        assertThat(taken.cpu()).isBetween(Duration.ZERO, Duration.ofMillis(20));
        assertThat(taken)
                .asString()
                .matches("\\d+ MB, \\d+\\.\\d ms of CPU in 0 s \\(\\d+\\.\\d{3} %\\), woken \\d+ times a second");
    }

    @Test
    void aFootprint_ofWhoNeverRests_hasTime() throws IOException {
        assertThat(footprint("sh", "-c", "while :; do :; done").cpu()).isGreaterThan(Duration.ofMillis(1));
    }

    private static Footprint footprint(String... argv) throws IOException {
        var process = new ProcessBuilder(argv).start();
        try {
            return Footprint.of(process.toHandle(), Duration.ofMillis(50));
        } finally {
            process.destroy();
        }
    }

    private static Spread of(long... millis) {
        return new Spread(LongStream.of(millis).mapToObj(Duration::ofMillis).toList());
    }
}
