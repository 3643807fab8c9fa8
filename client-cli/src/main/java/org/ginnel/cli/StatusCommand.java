// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.StatusJson;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.StatusText;
import org.ginnel.tunnel.ErrorCause;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `ginnel status`: how things are, once or for as long as somebody watches.
final class StatusCommand implements Command {
    @Override
    public String name() {
        return "status";
    }

    @Override
    public CommandSpec spec() {
        return Grammar.command(
                        "Says how things are.",
                        "",
                        "Ends with 0 whenever the Ginnel service answers, connected or not.")
                .addOption(Grammar.flag("--watch", "Go on and say every change, until Ctrl+C."))
                .addOption(Grammar.flag(
                        "--json", "For programs, as docs/status.schema.json says; with --watch one line a change."));
    }

    @Override
    public ExitCode run(ParseResult asked, Session session) throws Failure {
        var json = Grammar.has(asked, "--json");
        try (var daemon = session.open()) {
            if (Grammar.has(asked, "--watch")) {
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
            daemon.watch(snapshot -> {
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
