// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.ui.text.Message;

/// One line of the list: what a group of rows has in common, or a row that can be chosen.
public sealed interface LocationLine permits LocationLine.Heading, LocationRow {
    /// What the rows below it have in common.
    ///
    /// @param country whose flag is shown; empty for other groups
    record Heading(Message title, String country) implements LocationLine {}

    /// What choosing the line means; empty for one that cannot be chosen.
    default Optional<Target> choice() {
        return switch (this) {
            case Heading _ -> Optional.empty();
            case LocationRow row -> row.locked().isPresent() ? Optional.empty() : Optional.of(row.target());
        };
    }
}
