// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.cli.text.Line;

/// What a running command works with.
///
/// @param socket where the daemon is said to listen
record Session(Surroundings around, Path socket) {
    Daemon open() throws Failure {
        return Daemon.open(socket);
    }

    /// The conversation in which `connect` was asked for already, as it was said; empty when there is none.
    Optional<Daemon> asked() throws Failure {
        var asked = around.asked();
        return asked.isPresent() ? Optional.of(Daemon.asked(socket, asked.get())) : Optional.empty();
    }

    Instant now() {
        return around.clock().instant();
    }

    Terminal terminal() {
        return around.terminal();
    }

    void print(List<Line> lines) {
        terminal().print(lines);
    }

    void print(String line) {
        terminal().print(Line.of(line));
    }
}
