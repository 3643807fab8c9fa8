// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.StatusText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `ginnel disconnect`: takes the tunnel down and opens the firewall; done when that is so.
final class DisconnectCommand implements Command {
    @Override
    public String name() {
        return "disconnect";
    }

    @Override
    public CommandSpec spec() {
        return Grammar.command("Takes the tunnel down and lets everything leave this computer again.");
    }

    @Override
    public ExitCode run(ParseResult asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            session.print(StatusText.tunnel(daemon.disconnect(), session.now()));
            return ExitCode.OK;
        }
    }
}
