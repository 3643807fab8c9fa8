// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.junit.jupiter.api.Test;

class ChronicleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void tenYearsOfHeavyUse_stayWithinTheBounds() {
        var history = History.empty();
        for (var day = 0; day < 3650; day++) {
            for (var server : new String[] {"a", "b", "c"}) {
                var link = Samples.link(server, "203.0.113.6", false);
                history = Chronicle.begin(history, link.server(), Samples.NOON);
                history = Chronicle.count(history, 10, 1, Samples.NOON, TODAY.plusDays(day));
                history = Chronicle.end(history, new Ending.Disconnected(), Samples.NOON);
            }
        }

        assertThat(history.sessions()).hasSize(History.MAX_SESSIONS);
        assertThat(history.days()).hasSize(3 * History.DAYS_BACK);
        assertThat(history.days()).extracting(DayUsage::day).isSorted();
    }

    @Test
    void manyServersADay_loseTheOldestRows() {
        var history = History.empty();
        for (var i = 0; i <= History.MAX_DAYS; i++) {
            var link = Samples.link("s" + i, "203.0.113.6", false);
            history = Chronicle.begin(history, link.server(), Samples.NOON);
            history = Chronicle.count(history, 10, 1, Samples.NOON, TODAY);
        }

        assertThat(history.days())
                .hasSize(History.MAX_DAYS)
                .extracting(DayUsage::serverId)
                .doesNotContain("s0");
    }

    @Test
    void whatIsNotOpen_isNotCounted() {
        assertThat(Chronicle.count(History.empty(), 1, 1, Samples.NOON, TODAY)).isEqualTo(History.empty());
        assertThat(Chronicle.end(History.empty(), new Ending.Paused(), Samples.NOON))
                .isEqualTo(History.empty());
    }
}
