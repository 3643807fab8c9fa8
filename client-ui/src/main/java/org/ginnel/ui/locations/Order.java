// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import org.ginnel.ui.text.Message;

/// How the list is sorted.
public enum Order {
    /// The shortest round trip first, the silent last.
    LATENCY,
    /// By city.
    NAME,
    /// By country, each under a heading, and by latency within.
    COUNTRY,
    /// The idlest first, where the operator reports it.
    LOAD;

    Message label() {
        return switch (this) {
            case LATENCY -> Message.of("locations.byLatency");
            case NAME -> Message.of("locations.byName");
            case COUNTRY -> Message.of("locations.byCountry");
            case LOAD -> Message.of("locations.byLoad");
        };
    }
}
