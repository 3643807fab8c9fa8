// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.ServersJson;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.ServersText;
import org.ginnel.relay.MeasuredServer;

/// `ginnel servers`: the servers of the tier and what is known of the way to them.
final class ServersCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of("servers", "Lists the servers that the key opens, the fastest first.")
                .with(Option.flag("--measure", "Measure their latency first; takes a few seconds."))
                .with(Option.flag("--refresh", "Ask the operator's API for the list first."))
                .with(Option.flag("--json", "For programs, as docs/servers.schema.json says."))
                .with(Option.flag("--ids", "")); // ids only, one a line, for completions
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            var servers = servers(daemon, asked, session.terminal());
            if (asked.has("--json")) {
                session.terminal().document(JsonText.pretty(ServersJson.of(servers)));
            } else if (asked.has("--ids")) {
                session.print(
                        servers.stream().map(s -> Line.of(s.server().id())).toList());
            } else {
                session.print(ServersText.of(servers, daemon.status()));
            }
            return ExitCode.OK;
        }
    }

    private static List<MeasuredServer> servers(Daemon daemon, Asked.Run asked, Terminal terminal) throws Failure {
        var measure = asked.has("--measure");
        if (measure) {
            terminal.progress(Line.of("Measuring the servers' latency\u2026"));
        }
        try {
            return daemon.servers(asked.has("--refresh"), measure);
        } finally {
            terminal.endProgress();
        }
    }
}
