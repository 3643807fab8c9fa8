// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// Asks `netstat(1)` for the routes of one family.
public final class Netstat {
    private Netstat() {}

    /// What came of it.
    public sealed interface Answer {
        /// They were read.
        record Table(RouteTable table) implements Answer {}

        /// They were not.
        record Refused(ErrorCause why) implements Answer {}
    }

    /// Asks.
    public static Answer ask(Commands commands, boolean ipv4) {
        var command = Command.of("netstat", "-rn", "-f", ipv4 ? "inet" : "inet6");
        var outcome = commands.run(command);
        return Refusals.of(Part.ROUTES, command, outcome)
                .<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Table(RouteTable.read(
                        outcome instanceof Exited(int _, String stdout, String _) ? stdout : "", ipv4)));
    }
}
