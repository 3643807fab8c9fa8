// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completions for bash 4 and newer; needs nothing of the package bash-completion.
public final class BashCompletion {
    private BashCompletion() {}

    public static String of(Vocabulary words) {
        var text = new StringBuilder(HEAD);
        Stream.concat(words.options().stream(), words.commands().stream().flatMap(c -> c.options().stream()))
                .filter(Vocabulary.Option::takesValue)
                .distinct()
                .forEach(o -> text.append("        ")
                        .append(String.join("|", o.names()))
                        .append(") ")
                        .append(
                                o.names().contains("--socket")
                                        ? "COMPREPLY=($(compgen -f -- \"$current\"))"
                                        : reply(o.values()))
                        .append("; return ;;\n"));
        text.append("    esac\n    case $command in\n");
        text.append("        '') ").append(reply(top(words))).append(" ;;\n");
        for (var command : words.commands()) {
            text.append("        ")
                    .append(command.name())
                    .append(") ")
                    .append(of(command))
                    .append(" ;;\n");
        }
        return text.append(TAIL).toString();
    }

    private static String of(Vocabulary.Word command) {
        var options = names(command.options()).toList();
        return command.values().equals(Vocabulary.SERVERS)
                ? "COMPREPLY=($(compgen -W \"" + String.join(" ", options)
                        + " $(ginnel servers --ids 2>/dev/null)\" -- \"$current\"))"
                : reply(Stream.concat(options.stream(), command.values().stream())
                        .toList());
    }

    private static List<String> top(Vocabulary words) {
        var commands = words.commands().stream().map(Vocabulary.Word::name);
        return Stream.concat(commands, names(words.options())).toList();
    }

    private static Stream<String> names(List<Vocabulary.Option> options) {
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
