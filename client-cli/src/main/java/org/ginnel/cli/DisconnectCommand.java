// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.StatusText;

/// `ginnel disconnect`: takes the tunnel down and opens the firewall; done when that is so.
final class DisconnectCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "disconnect",
                "Takes the tunnel down and lets everything leave this computer again.",
                "With lockdown on, nothing leaves then either: `ginnel pause` opens for a while,",
                "`ginnel settings lockdown off` for good.");
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            session.print(StatusText.tunnel(daemon.disconnect(), session.now()));
            return ExitCode.OK;
        }
    }
}
