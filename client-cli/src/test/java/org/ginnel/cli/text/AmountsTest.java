// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "1000,1.0 kB",
        "999949,999.9 kB",
        "999950,1.0 MB",
        "1234567,1.2 MB",
        "9223372036854775807,9.2 EB"
    })
    void bytes_arePowersOfAThousand(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT0.000041S,0.0 ms", "PT0.009S,9.0 ms", "PT0.0999S,99.9 ms", "PT0.09996S,100 ms", "PT1.5S,1500 ms"})
    void roundTrips_areMilliseconds(Duration time, String text) {
        assertThat(Amounts.roundTrip(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S,0 ms",
        "PT0.3S,300 ms",
        "PT59.9S,59 s",
        "PT60S,1 min",
        "PT3H,3 h",
        "PT3H5M,3 h 5 min",
        "PT47H,1 d 23 h",
        "PT48H,2 d"
    })
    void durations_haveTwoUnitsAtMost(Duration time, String text) {
        assertThat(Amounts.duration(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S,0 s",
        "PT0.2S,1 s",
        "PT59S,59 s",
        "PT59.2S,1 min",
        "PT9M59.9S,10 min",
        "PT10M,10 min",
        "PT1H4M1S,1 h 5 min",
        "PT24H,1 d"
    })
    void whatIsLeft_isRoundedUp(Duration time, String text) {
        assertThat(Amounts.left(time)).isEqualTo(text);
    }
}
