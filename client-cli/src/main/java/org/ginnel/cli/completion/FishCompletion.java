// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.completion;

import java.util.stream.Collectors;
import org.ginnel.cli.grammar.Choice;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;

/// Completions for fish 3 and newer.
public final class FishCompletion {
    private static final String HEAD = "# fish completion for ginnel; made by `ginnel completion fish`\n";
    private static final String LINE = "complete -c ginnel";

    private static final String SERVERS = "(ginnel servers --ids 2>/dev/null)";

    private FishCompletion() {}

    /// The script.
    public static String of(Grammar grammar) {
        var text = new StringBuilder(HEAD).append(LINE).append(" -f\n");
        Grammar.general().forEach(o -> text.append(LINE).append(option(o)).append('\n'));
        for (var command : grammar.commands()) {
            text.append(LINE + " -n __fish_use_subcommand -a ")
                    .append(command.name())
                    .append(about(command.summary()))
                    .append('\n');
        }
        grammar.commands().forEach(c -> text.append(of(c)));
        return text.toString();
    }

    private static String of(Usage command) {
        var when = LINE + " -n '__fish_seen_subcommand_from " + command.name() + "'";
        var text = new StringBuilder();
        if (command.words().contains(Grammar.SERVERS)) {
            text.append(when).append(" -a '" + SERVERS + "'\n");
        } else if (!command.choices().isEmpty()) {
            text.append(choices(command));
        } else if (!command.words().isEmpty()) {
            text.append(when)
                    .append(" -a ")
                    .append(quote(String.join(" ", command.words())))
                    .append('\n');
        }
        Grammar.toldOf(command).stream()
                .filter(o -> !o.names().contains("--socket"))
                .forEach(o -> text.append(when).append(option(o)).append('\n'));
        return text.toString();
    }

    private static String choices(Usage command) {
        var seen = "__fish_seen_subcommand_from ";
        var first = String.join(" ", command.words());
        var text = new StringBuilder();
        for (var choice : command.choices()) {
            text.append(LINE + " -n '" + seen + command.name() + "; and not " + seen + first + "' -a ")
                    .append(choice.word())
                    .append(about(choice.description()))
                    .append('\n');
        }
        for (var choice : command.choices()) {
            text.append(LINE + " -n '" + seen + command.name() + "; and " + seen + choice.word() + "'")
                    .append(values(choice))
                    .append('\n');
        }
        return text.toString();
    }

    private static String values(Choice choice) {
        if (choice.values().contains(Grammar.FILES)) {
            return " -F";
        }
        return choice.values().contains(Grammar.SERVERS)
                ? " -a '" + SERVERS + "'"
                : " -a " + quote(String.join(" ", choice.values()));
    }

    private static String option(Option option) {
        var names = option.names().stream()
                .map(n -> n.startsWith("--") ? " -l " + n.substring(2) : " -s " + n.substring(1))
                .collect(Collectors.joining());
        return names + value(option) + about(option.description());
    }

    private static String value(Option option) {
        if (!option.takesValue()) {
            return "";
        }
        if (option.names().contains("--socket")) {
            return " -r -F";
        }
        return option.values().isEmpty() ? " -x" : " -x -a " + quote(String.join(" ", option.values()));
    }

    private static String about(String description) {
        return " -d " + quote(description);
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
