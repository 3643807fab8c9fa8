// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedSet;

/// Chooses servers that cover the world: always the one that is farthest from all that are chosen already.
final class Spread {
    /// From here on two servers are in different places.
    static final double ONE_PLACE_KM = 30;

    private final List<Candidate> placed;
    private final double[] away;

    /// @param placed those to choose from
    /// @param chosen those that need no other near them
    Spread(List<Candidate> placed, List<Candidate> chosen) {
        this.placed = placed;
        this.away = new double[placed.size()];
        Arrays.fill(away, Double.POSITIVE_INFINITY);
        chosen.forEach(this::approach);
    }

    /// Adds servers until there are so many in all, or one in every place.
    void fill(SequencedSet<Candidate> chosen, int most) {
        while (chosen.size() < most && !placed.isEmpty()) {
            var next = farthest();
            if (away[next] < ONE_PLACE_KM) {
                return;
            }
            chosen.add(placed.get(next));
            approach(placed.get(next));
        }
    }

    private void approach(Candidate chosen) {
        for (var i = 0; i < away.length; i++) {
            away[i] = Math.min(away[i], chosen.spot().kilometresTo(placed.get(i).spot()));
        }
    }

    private int farthest() {
        var farthest = 0;
        for (var i = 1; i < away.length; i++) {
            farthest = away[i] > away[farthest] ? i : farthest;
        }
        return farthest;
    }
}
