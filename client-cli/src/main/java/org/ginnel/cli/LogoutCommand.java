// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;

/// `ginnel logout`: disconnects and makes the daemon forget the key.
final class LogoutCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of("logout", "Disconnects, and forgets the key and everything learnt with it.");
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            daemon.logout();
            session.print("Logged out. The key is forgotten, and nothing is connected.");
            return ExitCode.OK;
        }
    }
}
