// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;

/// `ginnel connect`: connects, or switches when connected; with `--wait` it ends when that has worked or failed.
final class ConnectCommand implements Command {
    @Override
    public Usage usage() {
        return Waiting.offeredBy(Usage.of(
                        "connect",
                        "Connects to a server, or switches to it.",
                        "SERVER is an id or a city, such as eu-west-1 or London. Without it the fastest is chosen.")
                .withWord("SERVER", "Which server; default: the fastest.", Grammar.SERVERS)
                .with(Option.flag("--fastest", "Choose the server with the shortest round trip.")));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var limit = Waiting.limit(asked);
        var word = asked.word();
        if (word.isPresent() && asked.has("--fastest")) {
            throw Failure.of(
                    ExitCode.USAGE,
                    new Explanation(
                            "SERVER and --fastest exclude each other.",
                            "One names a server, the other leaves the choice to Ginnel.",
                            "Leave one of them out."));
        }
        var before = session.asked();
        try (var daemon = before.isPresent() ? before.get() : session.open()) {
            if (before.isPresent()) {
                try {
                    return Waiting.await(daemon::connected, limit.orElse(WaitLimit.DEFAULT), session);
                } catch (Failure e) {
                    if (word.isEmpty() || e.errorCause().isEmpty() || isId(word.get(), daemon)) {
                        throw e;
                    }
                }
            }
            var target = word.isPresent() ? chosen(word.get(), daemon) : new Target.Fastest();
            return limit.isPresent()
                    ? Waiting.await(most -> daemon.connect(target, most), limit.get(), session)
                    : Waiting.begun(daemon.connect(target), session);
        }
    }

    /// Whoever asked before us took the word for an id; it may be a city.
    private static boolean isId(String word, Daemon daemon) throws Failure {
        return daemon.servers(false).stream().anyMatch(server -> server.id().equals(word));
    }

    private static Target chosen(String word, Daemon daemon) throws Failure {
        var known = daemon.servers(false);
        var list = ServerNames.meaningOf(word, known) instanceof ServerNames.Meaning.One
                ? known
                : refreshed(daemon, known);
        return new Target.Chosen(
                Change.named(word, list, "`ginnel servers` lists them.").id());
    }

    /// The list may have grown since the daemon last asked; when it cannot ask now, what is known must do.
    private static List<Server> refreshed(Daemon daemon, List<Server> known) {
        try {
            return daemon.servers(true);
        } catch (Failure _) {
            return known;
        }
    }
}
