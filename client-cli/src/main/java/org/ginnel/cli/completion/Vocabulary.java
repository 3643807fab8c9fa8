// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words a command line may hold. Made of our own constants, so nothing in it needs quoting but `'`.
///
/// @param options those of `ginnel` itself
/// @param commands what may follow
public record Vocabulary(List<Option> options, List<Word> commands) {
    /// A command and what it takes.
    ///
    /// @param values what may stand behind it: words, or [#SERVERS]
    public record Word(String name, String description, List<Option> options, List<String> values) {}

    /// An option.
    ///
    /// @param names such as `-h` and `--help`
    /// @param takesValue whether a word follows
    /// @param values what that may be; empty for anything
    public record Option(List<String> names, String description, boolean takesValue, List<String> values) {}

    /// Stands for the ids of the servers, which only the daemon knows.
    public static final List<String> SERVERS = List.of("\u0000servers");

    /// The words of a grammar.
    public static Vocabulary of(CommandSpec root) {
        var commands = new ArrayList<Word>();
        root.subcommands().forEach((name, line) -> {
            var spec = line.getCommandSpec();
            var description = spec.usageMessage().description()[0];
            commands.add(new Word(name, description, options(spec), positional(spec)));
        });
        return new Vocabulary(options(root), commands);
    }

    private static List<Option> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(o -> !o.hidden())
                .map(Vocabulary::option)
                .toList();
    }

    private static Option option(OptionSpec spec) {
        var description = spec.description()[0];
        return new Option(List.of(spec.names()), description, spec.arity().max() > 0, values(spec));
    }

    private static List<String> positional(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .findFirst()
                .map(p -> p.paramLabel().equals("SERVER") ? SERVERS : values(p))
                .orElse(List.of());
    }

    private static List<String> values(ArgSpec spec) {
        var candidates = spec.completionCandidates();
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }
}
