// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// What one bar of the chart stands for.
public enum Span {
    DAY(14),
    WEEK(12),
    MONTH(12);

    private final int bars;

    Span(int bars) {
        this.bars = bars;
    }

    /// How many of them are shown.
    int bars() {
        return bars;
    }

    /// The first day of the one that `day` lies in; weeks begin on Monday.
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /// The first day of the one `count` before.
    LocalDate back(LocalDate start, int count) {
        return switch (this) {
            case DAY -> start.minusDays(count);
            case WEEK -> start.minusWeeks(count);
            case MONTH -> start.minusMonths(count);
        };
    }
}
