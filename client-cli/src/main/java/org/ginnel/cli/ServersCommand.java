// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Choice;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.ServersJson;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.ServersText;
import org.ginnel.relay.MeasuredServer;

/// `ginnel servers`: the servers of the tier and the user's own, and what is known of the way to them.
final class ServersCommand implements Command {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    @Override
    public Usage usage() {
        return Usage.of(
                        "servers",
                        "Lists the servers that the key opens and your own, or changes your own.",
                        "The fastest stands first. Your own come from WireGuard configs; their tier is own.")
                .withChoices(
                        "add FILE | remove SERVER",
                        2,
                        new Choice(
                                ADD, "FILE", List.of(Grammar.FILES), "Takes the server of a .conf file as your own."),
                        new Choice(
                                REMOVE, "SERVER", List.of(Grammar.SERVERS), "Forgets one of your own, with its keys."))
                .with(Option.flag("--measure", "Measure their latency first; takes a few seconds."))
                .with(Option.flag("--refresh", "Ask the operator's API for the list first."))
                .with(Option.flag("--json", "For programs, as docs/servers.schema.json says."))
                .with(Option.flag("--ids", "")); // ids only, one a line, for completions
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var words = asked.words();
        Change.check(words, List.of(ADD, REMOVE), "servers", "`add FILE`, `remove SERVER` or nothing");
        try (var daemon = session.open()) {
            var said = words.isEmpty() ? "" : change(words.getFirst(), words.getLast(), daemon);
            if (!said.isEmpty() && !asked.has("--json")) {
                session.print(said);
                return ExitCode.OK;
            }
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

    private static String change(String what, String word, Daemon daemon) throws Failure {
        return what.equals(ADD) ? OwnServers.add(word, daemon) : OwnServers.remove(word, daemon);
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
