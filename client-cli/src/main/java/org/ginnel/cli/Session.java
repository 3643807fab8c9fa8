// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ginnel.cli.text.Line;

/// What a running command works with.
///
/// @param socket where the daemon is said to listen
record Session(Surroundings around, Path socket) {
    Daemon open() throws Failure {
        return Daemon.open(socket);
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
