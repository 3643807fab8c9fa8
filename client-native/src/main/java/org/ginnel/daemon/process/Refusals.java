// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.util.Optional;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Commands.Outcome.Missing;
import org.ginnel.daemon.process.Commands.Outcome.TimedOut;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;

/// What a program's end means to a client.
public final class Refusals {
    private static final int LONGEST = 200;

    private Refusals() {}

    /// The refusal that `outcome` of `command` is; empty when it ended with 0.
    public static Optional<ErrorCause> of(Part part, Command command, Outcome outcome) {
        var tool = command.argv().getFirst();
        return switch (outcome) {
            case Exited(int code, String _, String stderr) ->
                code == 0
                        ? Optional.empty()
                        : Optional.of(new SystemRefused(part, tool, printable("exit " + code + ": " + stderr)));
            case Missing() -> Optional.of(new SystemRefused(part, tool, "not installed"));
            case TimedOut() -> Optional.of(new SystemRefused(part, tool, "no end after " + command.limit()));
        };
    }

    /// A refusal by a call instead of a program.
    public static ErrorCause of(Part part, String call, String detail) {
        return new SystemRefused(part, call, printable(detail));
    }

    /// At most 200 characters on one line, nothing that moves a terminal's cursor.
    static String printable(String text) {
        var line = text.replaceAll("\\P{Print}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
