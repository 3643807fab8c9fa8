// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Choice;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.json.FavouritesJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.FavouritesText;
import org.ginnel.relay.Server;

/// `ginnel favourites`: lists the servers that the user marked, marks one, or takes a mark away.
final class FavouritesCommand implements Command {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final List<String> IDS = List.of(Grammar.SERVERS);

    @Override
    public Usage usage() {
        return Usage.of(
                        "favourites",
                        "Lists your favourite servers, or changes which they are.",
                        "Window and tray have them at hand. SERVER is an id or a city, as for `ginnel connect`.")
                .withChoices(
                        "add|remove SERVER",
                        2,
                        new Choice(ADD, "SERVER", IDS, "Makes a server a favourite."),
                        new Choice(REMOVE, "SERVER", IDS, "Makes it one like the others again."))
                .with(Option.flag("--json", "For programs, as docs/favourites.schema.json says."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var words = asked.words();
        Change.check(words, List.of(ADD, REMOVE), "favourites", "`add SERVER`, `remove SERVER` or nothing");
        try (var daemon = session.open()) {
            var servers = daemon.servers(false);
            var marked = words.isEmpty() || words.getFirst().equals(ADD);
            var changed = words.isEmpty() ? "" : change(words.getLast(), marked, servers, daemon);
            var ids = daemon.status().favourites();
            if (asked.has("--json")) {
                session.terminal().document(JsonText.pretty(FavouritesJson.of(ids, servers)));
            } else {
                session.print(
                        changed.isEmpty()
                                ? FavouritesText.of(ids, servers)
                                : FavouritesText.changed(changed, marked, servers));
            }
            return ExitCode.OK;
        }
    }

    /// @return the id of the server
    private static String change(String word, boolean marked, List<Server> servers, Daemon daemon) throws Failure {
        // One that the operator no longer offers has no name any more, but can be taken away.
        var id = !marked && daemon.status().favourites().contains(word)
                ? word
                : Change.named(word, servers, "`ginnel servers` lists them.").id();
        daemon.favour(id, marked);
        return id;
    }
}
