// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.leak.scenario.Scenario;

/// All results of one client, by scenario and in the order in which they came.
final class Column {
    private final String client;
    private final Map<Scenario, List<Result>> results = new LinkedHashMap<>();

    /// @param client its name
    Column(String client) {
        this.client = client;
    }

    String client() {
        return client;
    }

    void add(Scenario scenario, Result result) {
        results.computeIfAbsent(scenario, _ -> new ArrayList<>()).add(result);
    }

    /// None when it was not played.
    List<Result> of(Scenario scenario) {
        return List.copyOf(results.getOrDefault(scenario, List.of()));
    }

    /// The results of a scenario that was played to its end.
    List<Result.Played> played(Scenario scenario) {
        return of(scenario).stream()
                .filter(Result.Played.class::isInstance)
                .map(Result.Played.class::cast)
                .toList();
    }

    boolean isGood() {
        return results.entrySet().stream()
                .allMatch(entry -> entry.getValue().stream().allMatch(result -> result.isGood(entry.getKey())));
    }
}
