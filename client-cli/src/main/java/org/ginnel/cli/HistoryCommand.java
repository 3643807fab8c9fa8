// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.json.HistoryJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.HistoryText;
import org.ginnel.history.History;

/// `ginnel history`: what was used when and why it ended, and whether that is remembered.
final class HistoryCommand implements Command {
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String DELETE = "delete";

    @Override
    public Usage usage() {
        return Usage.of(
                        "history",
                        "Says what was used and when, which stays on this computer.",
                        "`off` forgets it and remembers nothing from then on; `delete` forgets it and goes on.")
                .withWord("on|off|delete", "Whether to remember, or to forget now.", ON, OFF, DELETE)
                .with(Option.flag("--json", "For programs, as docs/history.schema.json says."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var word = asked.words().stream().findFirst().orElse("");
        if (!List.of("", ON, OFF, DELETE).contains(word)) {
            throw Failure.of(
                    ExitCode.USAGE,
                    new Explanation(
                            "history takes `on`, `off` or `delete`, or nothing.",
                            "It was given something else.",
                            "`ginnel history --help` says what they do."));
        }
        try (var daemon = session.open()) {
            var history = history(daemon, word);
            if (asked.has("--json")) {
                session.terminal().document(JsonText.pretty(HistoryJson.of(history)));
            } else {
                session.print(
                        word.isEmpty()
                                ? HistoryText.of(
                                        history, session.around().zone().get())
                                : HistoryText.changed(history));
            }
            return ExitCode.OK;
        }
    }

    private static History history(Daemon daemon, String word) throws Failure {
        return switch (word) {
            case ON -> daemon.keepHistory(true);
            case OFF -> daemon.keepHistory(false);
            case DELETE -> daemon.deleteHistory();
            default -> daemon.history();
        };
    }
}
