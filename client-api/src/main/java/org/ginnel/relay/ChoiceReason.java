// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.Comparator;
import java.util.List;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Reason.Merit;

/// Says why a server is the one.
final class ChoiceReason {
    private ChoiceReason() {}

    /// @param chosen one of `answered`
    /// @param best the one of the least cost, perhaps the same
    /// @param answered those that answered, in the list's order
    /// @param of how many there were to choose from
    static Reason of(KnownServer chosen, KnownServer best, List<KnownServer> answered, int of) {
        var nearest = answered.stream()
                .flatMap(known -> known.cost().stream())
                .min(Comparator.comparing(Cost::roundTrip))
                .orElseThrow();
        var mine = chosen.cost().orElseThrow();
        if (mine.roundTrip().equals(nearest.roundTrip())) {
            return new Reason.Fastest(mine.roundTrip(), answered.size(), of);
        }
        var merit = chosen.equals(best) ? merit(mine, nearest) : Merit.AS_BEFORE;
        return new Reason.Preferred(mine.roundTrip(), nearest.roundTrip(), merit, answered.size(), of);
    }

    /// What stretches the nearest more than this one, the most of it.
    private static Merit merit(Cost mine, Cost nearest) {
        record Weighed(Merit merit, double ratio) {}
        return List.of(
                        new Weighed(Merit.LESS_BUSY, nearest.busy() / mine.busy()),
                        new Weighed(Merit.LOSES_LESS, nearest.lossy() / mine.lossy()),
                        new Weighed(Merit.OPERATORS_WEIGHT, nearest.wanted() / mine.wanted()))
                .stream()
                .max(Comparator.comparingDouble(Weighed::ratio))
                .map(Weighed::merit)
                .orElseThrow();
    }
}
