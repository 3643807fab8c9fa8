// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.completion;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.cli.grammar.Choice;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;

/// Completions for zsh, as a function of the completion system (zshcompsys(1), `_arguments`).
public final class ZshCompletion {
    private ZshCompletion() {}

    /// The script.
    public static String of(Grammar grammar) {
        var text = new StringBuilder(HEAD);
        for (var command : grammar.commands()) {
            text.append("        ")
                    .append(quote(command.name() + ":" + colons(command.summary())))
                    .append('\n');
        }
        text.append("    )\n    _arguments -C ");
        Grammar.general()
                .forEach(o -> text.append("\\\n        ").append(option(o)).append(' '));
        text.append(MIDDLE);
        for (var command : grammar.commands()) {
            text.append("                ").append(command.name()).append(") _arguments ");
            text.append(
                    Grammar.toldOf(command).stream().map(ZshCompletion::option).collect(Collectors.joining(" ")));
            text.append(values(command)).append(" ;;\n");
        }
        return text.append(TAIL).toString();
    }

    private static String option(Option option) {
        var about =
                "[" + option.description().replace("[", "(").replace("]", ")").replace(":", "\\:") + "]";
        var value = !option.takesValue() ? "" : ":value:" + action(option);
        var exclude = option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        return option.names().stream()
                .map(n -> quote(exclude + n + about + value))
                .collect(Collectors.joining(" "));
    }

    private static String action(Option option) {
        if (option.names().contains("--socket")) {
            return "_files";
        }
        return option.values().isEmpty() ? " " : "(" + String.join(" ", option.values()) + ")";
    }

    private static String values(Usage command) {
        if (command.words().contains(Grammar.SERVERS)) {
            return " '1:server:_ginnel_servers'";
        }
        if (command.words().isEmpty()) {
            return "";
        }
        var first = " " + quote("1:word:(" + String.join(" ", command.words()) + ")");
        return command.choices().isEmpty() ? first : first + " " + quote("*:value:" + behind(command));
    }

    /// Asks the word before: `$words` is what was typed behind `ginnel`, from the command on.
    private static String behind(Usage command) {
        return command.choices().stream()
                .map(c -> "(" + c.word() + ") " + values(c) + " ;; ")
                .collect(Collectors.joining("", "{ case $words[CURRENT-1] in ", "esac }"));
    }

    private static String values(Choice choice) {
        if (choice.values().contains(Grammar.FILES)) {
            return "_files";
        }
        return choice.values().contains(Grammar.SERVERS)
                ? "_ginnel_servers"
                : "compadd " + String.join(" ", choice.values());
    }

    private static String colons(String text) {
        return text.replace(":", "\\:");
    }

    private static String quote(String text) {
        return Stream.of(text.split("'", -1)).collect(Collectors.joining("'\\''", "'", "'"));
    }

    private static final String HEAD = """
            #compdef ginnel
            # zsh completion for ginnel; made by `ginnel completion zsh`
            _ginnel_servers() {
                local -a ids
                ids=(${(f)"$(ginnel servers --ids 2>/dev/null)"})
                compadd -a ids
            }
            _ginnel() {
                local state line
                local -a commands
                commands=(
            """;

    private static final String MIDDLE = """
            \\
                    '1:command:->command' '*::argument:->argument'
                case $state in
                    command) _describe command commands ;;
                    argument)
                        case $line[1] in
            """;

    private static final String TAIL = """
                        esac ;;
                esac
            }
            # Loaded from $fpath this file is the function itself; sourced, it only defines it.
            if [[ $funcstack[1] == _ginnel ]]; then _ginnel "$@"; else compdef _ginnel ginnel; fi
            """;
}
