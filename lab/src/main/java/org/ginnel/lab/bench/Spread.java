// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What several runs of the same took.
///
/// @param sorted at least one, the shortest first
record Spread(List<Duration> sorted) {
    Spread {
        sorted = sorted.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    Duration min() {
        return sorted.getFirst();
    }

    /// The middle one; the mean of the two in the middle when there are two.
    Duration median() {
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
    }

    /// What that part of all did not exceed.
    ///
    /// @param part more than 0, at most 1
    Duration most(double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    Duration max() {
        return sorted.getLast();
    }

    /// How many times as long as `other` this takes, median by median.
    double times(Spread other) {
        return (double) median().toNanos() / other.median().toNanos();
    }

    /// As in `12 / 15 / 31`: milliseconds, least, median, most.
    @Override
    public String toString() {
        return "%s / %s / %s".formatted(milliseconds(min()), milliseconds(median()), milliseconds(max()));
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.0f", duration.toNanos() / 1e6);
    }
}
