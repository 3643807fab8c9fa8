// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.List;
import java.util.Optional;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Everything the list of servers shows, and nothing else.
///
/// @param summary how many servers, and of which tier; empty before they are known
/// @param rows what can be chosen, in order
/// @param notice said in place of rows, when there are none
/// @param problem why the list could not be brought up to date
/// @param measuring whether latencies are being measured now
public record LocationsScreen(
        Optional<Message> summary,
        List<LocationRow> rows,
        Optional<Message> notice,
        Optional<Problem> problem,
        boolean measuring) {
    public LocationsScreen {
        rows = List.copyOf(rows);
    }
}
