// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Adds up kills, for people.
final class KillTally {
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long offered;

    void add(Report.OfKill kill) {
        kinds.merge(kill.kind(), 1, Integer::sum);
        offered += kill.offered();
        kill.failure().ifPresent(failures::add);
    }

    /// How many there were.
    int count() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// What went wrong, a line each.
    List<String> failures() {
        return List.copyOf(failures);
    }

    /// What was done.
    String summary() {
        var lines = kinds.entrySet().stream()
                .map(kind -> "\n* " + kind.getKey() + ": " + kind.getValue())
                .collect(Collectors.joining());
        return "%d kills under %,d packets, %d went wrong:\n%s".formatted(count(), offered, failures.size(), lines);
    }
}
