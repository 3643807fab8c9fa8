// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;

/// Completions for bash 4 and newer; needs nothing of the package bash-completion.
public final class BashCompletion {
    private static final String FILES = "COMPREPLY=($(compgen -f -- \"$current\"))";

    private BashCompletion() {}

    /// The script.
    public static String of(Grammar grammar) {
        var text = new StringBuilder(HEAD);
        Stream.concat(Grammar.general().stream(), grammar.commands().stream().flatMap(c -> Grammar.toldOf(c).stream()))
                .filter(Option::takesValue)
                .distinct()
                .forEach(o -> text.append("        ")
                        .append(String.join("|", o.names()))
                        .append(") ")
                        .append(o.names().contains("--socket") ? FILES : reply(o.values()))
                        .append("; return ;;\n"));
        text.append("    esac\n    case $command in\n");
        text.append("        '') ").append(reply(top(grammar))).append(" ;;\n");
        for (var command : grammar.commands()) {
            text.append("        ")
                    .append(command.name())
                    .append(") ")
                    .append(of(command))
                    .append(" ;;\n");
        }
        return text.append(TAIL).toString();
    }

    private static String of(Usage command) {
        var options = names(Grammar.toldOf(command)).toList();
        if (!command.choices().isEmpty()) {
            return command.choices().stream()
                    .map(c -> c.word() + ") " + replyTo(c.values(), List.of()) + " ;; ")
                    .collect(
                            Collectors.joining("", "case $previous in ", "*) " + reply(wordsOf(command)) + " ;; esac"));
        }
        return replyTo(command.words(), options);
    }

    /// @param options that may stand there too
    private static String replyTo(List<String> words, List<String> options) {
        if (words.contains(Grammar.FILES)) {
            return FILES;
        }
        return words.contains(Grammar.SERVERS)
                ? "COMPREPLY=($(compgen -W \""
                        + Stream.concat(options.stream(), Stream.of("$(ginnel servers --ids 2>/dev/null)"))
                                .collect(Collectors.joining(" "))
                        + "\" -- \"$current\"))"
                : reply(Stream.concat(options.stream(), words.stream()).toList());
    }

    private static List<String> wordsOf(Usage command) {
        return Stream.concat(names(Grammar.toldOf(command)), command.words().stream())
                .toList();
    }

    private static List<String> top(Grammar grammar) {
        var commands = grammar.commands().stream().map(Usage::name);
        return Stream.concat(commands, names(Grammar.general())).toList();
    }

    private static Stream<String> names(List<Option> options) {
        return options.stream().flatMap(o -> o.names().stream()).filter(n -> n.startsWith("--"));
    }

    private static String reply(List<String> words) {
        return words.stream().collect(Collectors.joining(" ", "COMPREPLY=($(compgen -W '", "' -- \"$current\"))"));
    }

    private static final String HEAD = """
            # bash completion for ginnel; made by `ginnel completion bash`
            _ginnel() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        --socket) ((i++)) ;;
                        -*) ;;
                        *) command=${COMP_WORDS[i]}; break ;;
                    esac
                done
                COMPREPLY=()
                case $previous in
            """;

    private static final String TAIL = """
                esac
            }
            complete -F _ginnel ginnel
            """;
}
