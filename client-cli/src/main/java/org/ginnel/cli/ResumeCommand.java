// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.StatusText;
import org.ginnel.tunnel.TunnelView;

/// `ginnel resume`: ends a pause, and with it brings back what was before; with `--wait` it ends when that is so.
final class ResumeCommand implements Command {
    @Override
    public Usage usage() {
        return Waiting.offeredBy(Usage.of(
                "resume",
                "Ends a pause now.",
                "What was before comes back: the tunnel, the block or lockdown. Without a pause it does nothing."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var limit = Waiting.limit(asked);
        try (var daemon = session.open()) {
            var before = daemon.status();
            if (!(before.tunnel() instanceof TunnelView.Paused)) {
                session.print("Nothing is paused.");
                session.print(StatusText.tunnel(before, session.now()));
                return ExitCode.OK;
            }
            return limit.isPresent()
                    ? Waiting.await(daemon::resume, limit.get(), session)
                    : Waiting.begun(daemon.resume(), session);
        }
    }
}
