// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    private final Words words = Words.english();

    @ParameterizedTest
    @CsvSource({"-5000,0:00", "0,0:00", "1,0:01", "5000,0:05", "581100,9:42", "3600000,1:00:00", "86400000,24:00:00"})
    void whatIsLeft_isAClockThatCountsDown(long millis, String clock) {
        assertThat(words.say(Units.left(Duration.ofMillis(millis)))).isEqualTo(clock);
    }

    @Test
    void timesOfDay_nameTheDayWhenItIsAnother() {
        var then = Instant.parse("2026-11-21T23:30:00Z");

        assertThat(words.say(Units.timeOfDay(then, then.plusSeconds(60), () -> ZoneOffset.UTC)))
                .isEqualTo("23:30");
        assertThat(words.say(Units.timeOfDay(then, then.plusSeconds(3600), () -> ZoneOffset.UTC)))
                .isEqualTo("21 Nov 23:30");
        assertThat(words.say(Units.timeOfDay(then, then.plusSeconds(3600), () -> ZoneOffset.ofHours(1))))
                .isEqualTo("00:30");
    }

    @ParameterizedTest
    @CsvSource({
        "1,0.1 ms",
        "400000,0.4 ms",
        "9000000,9 ms",
        "9949999,9.9 ms",
        "9950000,10 ms",
        "22600000,23 ms",
        "999400000,999 ms",
        "999500000,1 s",
        "1240000000,1.2 s"
    })
    void aRoundTrip_hasTheDigitsThatMatter(long nanos, String expected) {
        assertThat(words.say(Units.latency(Duration.ofNanos(nanos)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "1000,1 kB",
        "1234,1.2 kB",
        "34567,35 kB",
        "999499,999 kB",
        "999500,1 MB",
        "1234567,1.2 MB",
        "999500000,1 GB",
        "5000000000000,5 TB",
        "9223372036854775807,9223372 TB"
    })
    void anAmount_hasTheDigitsThatMatter(long bytes, String expected) {
        assertThat(words.say(Units.bytes(bytes))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-3,00:00", "0,00:00", "42,00:42", "725,12:05", "3723,1:02:03", "176400,49:00:00"})
    void aClock_countsUp(long seconds, String expected) {
        assertThat(words.say(Units.elapsed(Duration.ofSeconds(seconds)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-5,just now", "0,just now", "2,2 s ago", "59,59 s ago", "60,1 min ago", "3600,1 h ago"})
    void howLongAgo_isNeverInTheFuture(long seconds, String expected) {
        var then = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(words.say(Units.ago(then, then.plusSeconds(seconds)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"800,800 ms", "5000,5 s", "5001,6 s", "60000,60 s", "120000,2 min", "121000,3 min"})
    void aWait_isRoundedUp(long millis, String expected) {
        assertThat(words.say(Units.wait(Duration.ofMillis(millis)))).isEqualTo(expected);
    }
}
