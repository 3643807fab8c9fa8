// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final String COUNTERS = """
            table inet watch {
            \tcounter tunnel {
            \t\tpackets 10 bytes 1480
            \t}
            \tcounter probe {
            \t\tpackets 3 bytes 180
            \t}
            \tcounter api {
            \t\tpackets 0 bytes 0
            \t}
            \tcounter dns {
            \t\tpackets 4 bytes 236
            \t}
            \tcounter lan {
            \t\tpackets 5 bytes 420
            \t}
            \tcounter link {
            \t\tpackets 6 bytes 408
            \t}
            \tcounter clear {
            \t\tpackets 7 bytes 588
            \t}
            }
            """;

    @Test
    void counters_areReadByName() {
        var seen = Sightings.parse(COUNTERS);
        assertThat(seen).isEqualTo(new Sightings(10, 3, 0, 4, 5, 6, 7));
        assertThat(seen.leaked()).isEqualTo(11);
        assertThat(seen.since(new Sightings(9, 3, 0, 4, 5, 6, 0))).isEqualTo(new Sightings(1, 0, 0, 0, 0, 0, 7));
    }

    @Test
    void missingCounter_isNotTakenForZero() {
        assertThatThrownBy(() -> Sightings.parse(COUNTERS.replace("counter dns", "counter other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dns");
    }
}
