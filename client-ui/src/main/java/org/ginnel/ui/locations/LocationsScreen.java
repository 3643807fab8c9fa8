// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.List;
import java.util.Optional;
import org.ginnel.ui.map.MapScreen;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Everything the list of servers and the map show, and nothing else.
///
/// @param summary how many servers, and of which tier; empty before they are known
/// @param lines what can be chosen, in order, and the headings between
/// @param notice said in place of lines, when there are none
/// @param problem why the list could not be brought up to date
/// @param measuring whether latencies are being measured now
/// @param orders the orders that make sense for these servers
/// @param order the one in use
/// @param mapInFront whether the map is looked at where there is no room for both
/// @param map the same servers on the map
public record LocationsScreen(
        Optional<Message> summary,
        List<LocationLine> lines,
        Optional<Message> notice,
        Optional<Problem> problem,
        boolean measuring,
        List<Order> orders,
        Order order,
        boolean mapInFront,
        MapScreen map) {
    public LocationsScreen {
        lines = List.copyOf(lines);
        orders = List.copyOf(orders);
    }
}
