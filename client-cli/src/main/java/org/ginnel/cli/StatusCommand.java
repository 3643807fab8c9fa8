// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.StatusJson;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.StatusText;
import org.ginnel.tunnel.ErrorCause;

/// `ginnel status`: how things are, once or for as long as somebody watches.
final class StatusCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                        "status",
                        "Says how things are.",
                        "Ends with 0 whenever the Ginnel service answers, connected or not.")
                .with(Option.flag("--watch", "Go on and say every change, until Ctrl+C."))
                .with(Option.flag(
                        "--json", "For programs, as docs/status.schema.json says; with --watch one line a change."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var json = asked.has("--json");
        try (var daemon = session.open()) {
            if (asked.has("--watch")) {
                return watch(daemon, session, json);
            }
            var snapshot = daemon.status();
            if (json) {
                session.terminal()
                        .document(JsonText.pretty(
                                StatusJson.of(snapshot, daemon.welcome().mayChange())));
            } else {
                session.print(StatusText.whole(snapshot, session.now()));
            }
            return ExitCode.OK;
        }
    }

    private static ExitCode watch(Daemon daemon, Session session, boolean json) throws Failure {
        var reporter = new ChangeReporter(session, daemon.welcome().mayChange(), json);
        try {
            daemon.watch(json, snapshot -> {
                reporter.report(snapshot);
                if (session.terminal().isUnread()) {
                    daemon.close();
                }
            });
        } catch (Failure e) {
            if (session.terminal().isUnread()) {
                return ExitCode.OK;
            }
            throw e;
        }
        throw Failure.of(new ErrorCause.DaemonUnreachable(session.socket().toString()));
    }
}
