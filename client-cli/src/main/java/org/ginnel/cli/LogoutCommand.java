// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.text.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `ginnel logout`: disconnects and makes the daemon forget the key.
final class LogoutCommand implements Command {
    @Override
    public String name() {
        return "logout";
    }

    @Override
    public CommandSpec spec() {
        return Grammar.command("Disconnects, and forgets the key and everything learnt with it.");
    }

    @Override
    public ExitCode run(ParseResult asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            daemon.logout();
            session.print("Logged out. The key is forgotten, and nothing is connected.");
            return ExitCode.OK;
        }
    }
}
