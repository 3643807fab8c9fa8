// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;

/// What a command finds around it; tests bring their own.
///
/// @param environment such as `System.getenv()`
/// @param zone for times of day; asked for late, since finding it opens every jar
/// @param asked empty when nobody has asked the daemon anything
record Surroundings(
        Map<String, String> environment,
        Terminal terminal,
        Keyboard keyboard,
        Interrupts interrupts,
        InstantSource clock,
        Supplier<ZoneId> zone,
        Optional<Asked> asked) {
    /// A conversation in which the daemon was asked to connect before the command line ran; used once, by `connect`.
    interface Asked {
        /// Takes it over.
        ///
        /// @param socket where the daemon listens, for messages
        ControlClient takeOver(Path socket) throws ControlException;
    }

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The same, read from another terminal.
    Surroundings with(Terminal other) {
        return new Surroundings(environment, other, keyboard, interrupts, clock, zone, asked);
    }
}
