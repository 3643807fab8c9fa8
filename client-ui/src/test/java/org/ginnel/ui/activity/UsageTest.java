// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ginnel.history.DayUsage;
import org.junit.jupiter.api.Test;

class UsageTest {
    /// A Saturday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static DayUsage used(LocalDate day, String server, long rx) {
        return new DayUsage(day, server, "City " + server, "", rx, 1);
    }

    @Test
    void everyDay_hasABar_alsoOneWithoutUse_andOlderOnesAreLeftOut() {
        var usage = Usage.of(
                List.of(used(TODAY.minusDays(14), "a", 9), used(TODAY.minusDays(1), "a", 5), used(TODAY, "b", 7)),
                Span.DAY,
                TODAY);

        assertThat(usage.parts()).hasSize(14);
        assertThat(usage.parts().getFirst()).isEqualTo(new Usage.Part(LocalDate.of(2026, 11, 8), 0, 0));
        assertThat(usage.parts().getLast()).isEqualTo(new Usage.Part(TODAY, 7, 1));
        assertThat(usage.rxBytes()).isEqualTo(12);
        assertThat(usage.most()).isEqualTo(8);
    }

    @Test
    void weeks_beginOnMonday_andMonthsOnTheFirst_acrossTheYear() {
        var monday = LocalDate.of(2026, 11, 16);
        var weeks = Usage.of(List.of(used(monday, "a", 1), used(monday.minusDays(1), "a", 2)), Span.WEEK, TODAY);
        assertThat(weeks.parts().getLast()).isEqualTo(new Usage.Part(monday, 1, 1));
        assertThat(weeks.parts().get(10).rxBytes()).isEqualTo(2);

        var months = Usage.of(List.of(used(LocalDate.of(2025, 12, 31), "a", 3)), Span.MONTH, TODAY);
        assertThat(months.parts().getFirst()).isEqualTo(new Usage.Part(LocalDate.of(2025, 12, 1), 3, 1));
    }

    @Test
    void servers_areSorted_byWhatTheyCarriedInThatTime() {
        var usage = Usage.of(
                List.of(used(TODAY, "a", 5), used(TODAY, "b", 50), used(TODAY.minusDays(2), "a", 6)), Span.DAY, TODAY);

        assertThat(usage.servers()).extracting(Usage.Carried::bytes).containsExactly(51L, 13L);
    }

    @Test
    void noUse_isNoDivisionByZero() {
        assertThat(Usage.of(List.of(), Span.DAY, TODAY).most()).isEqualTo(1);
    }
}
