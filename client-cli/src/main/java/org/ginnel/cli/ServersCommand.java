// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.ServersJson;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.ServersText;
import org.ginnel.relay.MeasuredServer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `ginnel servers`: the servers of the tier and what is known of the way to them.
final class ServersCommand implements Command {
    @Override
    public String name() {
        return "servers";
    }

    @Override
    public CommandSpec spec() {
        return Grammar.command("Lists the servers that the key opens, the fastest first.")
                .addOption(Grammar.flag("--measure", "Measure their latency first; takes a few seconds."))
                .addOption(Grammar.flag("--refresh", "Ask the operator's API for the list first."))
                .addOption(Grammar.flag("--json", "For programs, as docs/servers.schema.json says."))
                .addOption(OptionSpec.builder("--ids")
                        .type(boolean.class)
                        .arity("0")
                        .hidden(true)
                        .description("Ids only, one a line, for completions.")
                        .build());
    }

    @Override
    public ExitCode run(ParseResult asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            var servers = servers(daemon, asked, session.terminal());
            if (Grammar.has(asked, "--json")) {
                session.terminal().document(JsonText.pretty(ServersJson.of(servers)));
            } else if (Grammar.has(asked, "--ids")) {
                session.print(
                        servers.stream().map(s -> Line.of(s.server().id())).toList());
            } else {
                session.print(ServersText.of(servers, daemon.status()));
            }
            return ExitCode.OK;
        }
    }

    private static List<MeasuredServer> servers(Daemon daemon, ParseResult asked, Terminal terminal) throws Failure {
        var measure = Grammar.has(asked, "--measure");
        if (measure) {
            terminal.progress(Line.of("Measuring the servers' latency\u2026"));
        }
        try {
            return daemon.servers(Grammar.has(asked, "--refresh"), measure);
        } finally {
            terminal.endProgress();
        }
    }
}
