// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.relay.Estimate;

/// What was measured of an operator's servers.
///
/// @param before the server that was chosen as the fastest last
/// @param byId by the server's id
public record Estimates(Optional<String> before, Map<String, Estimate> byId) {
    /// How many are kept between runs.
    public static final int MAX_KEPT = 1_000;

    public Estimates {
        byId = Map.copyOf(byId);
    }

    /// What holds before anything was measured.
    public static Estimates nothing() {
        return new Estimates(Optional.empty(), Map.of());
    }

    /// The same with the newest only, at most [#MAX_KEPT].
    public Estimates newest() {
        if (byId.size() <= MAX_KEPT) {
            return this;
        }
        Map<String, Estimate> kept = new LinkedHashMap<>();
        byId.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Estimate::at).reversed()))
                .limit(MAX_KEPT)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return new Estimates(before, kept);
    }
}
