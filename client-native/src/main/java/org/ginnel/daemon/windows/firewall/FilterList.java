// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.windows.firewall.Filter.Lifetime;
import org.ginnel.daemon.windows.firewall.Filter.Verdict;

/// A list of filters under construction.
final class FilterList {
    /// Weights of paragraphs. Names are refused before the tunnel, the API and the local network are looked
    /// at; what a tunnel's address may not do, between what the tunnels carry and what else is allowed.
    enum Rank {
        REST(0),
        LOCAL(1),
        LOCAL_NAMES(2),
        API(3),
        FROM_OURS(4),
        TUNNEL(5),
        FOREIGN(6),
        NAMES(7),
        RESOLVERS(8),
        NEIGHBOURS(9),
        DHCP(10),
        WIREGUARD(11),
        LOOPBACK(12);

        private final int weight;

        Rank(int weight) {
            this.weight = weight;
        }
    }

    private final List<Filter> filters = new ArrayList<>();

    /// Holds as long as the policy, and is gone after a restart.
    void running(int paragraph, Layer layer, Rank rank, Verdict verdict, Condition... conditions) {
        filters.add(new Filter(paragraph, layer, rank.weight, verdict, Lifetime.RUNNING, List.of(conditions)));
    }

    /// Holds through restarts, too, from the first packet on.
    void lasting(int paragraph, Layer layer, Rank rank, Verdict verdict, Condition... conditions) {
        var filter = new Filter(paragraph, layer, rank.weight, verdict, Lifetime.PERSISTENT, List.of(conditions));
        filters.add(filter);
        filters.add(filter.outliving(Lifetime.BOOT));
    }

    List<Filter> all() {
        return List.copyOf(filters);
    }
}
