// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/// What a command finds around it; tests bring their own.
///
/// @param environment such as `System.getenv()`
/// @param zone for times of day; asked for late, since finding it opens every jar
record Surroundings(
        Map<String, String> environment,
        Terminal terminal,
        Keyboard keyboard,
        Interrupts interrupts,
        InstantSource clock,
        Supplier<ZoneId> zone) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The same, read from another terminal.
    Surroundings with(Terminal other) {
        return new Surroundings(environment, other, keyboard, interrupts, clock, zone);
    }
}
