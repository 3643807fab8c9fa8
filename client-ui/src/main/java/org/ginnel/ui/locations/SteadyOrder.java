// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.relay.MeasuredServer;

/// Keeps the order of the list while figures come in, so that nobody clicks on what has just moved away.
final class SteadyOrder {
    private Map<String, Integer> places = Map.of();
    private Order order = Order.LATENCY;

    /// @param measuring whether figures are coming in; the order they lead to is taken up when they are all there
    List<MeasuredServer> of(List<MeasuredServer> servers, Order wanted, boolean measuring) {
        var known =
                servers.stream().allMatch(one -> places.containsKey(one.server().id()));
        if (measuring && known && order == wanted) {
            return servers.stream()
                    .sorted(Comparator.comparing(
                            one -> places.getOrDefault(one.server().id(), 0)))
                    .toList();
        }
        var sorted = LocationLines.sort(servers, wanted);
        var next = new HashMap<String, Integer>();
        sorted.forEach(one -> next.put(one.server().id(), next.size()));
        places = next;
        order = wanted;
        return sorted;
    }
}
