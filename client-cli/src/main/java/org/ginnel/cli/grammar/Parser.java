// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a command line, as the conventions of POSIX and GNU have it: options anywhere, `--name value` or
/// `--name=value`, and `--` before words that begin with a hyphen. One use each.
public final class Parser {
    private static final int LONGEST_ECHO = 40;

    private final Grammar grammar;
    private final List<String> arguments;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private @Nullable Usage command;
    private Asked.@Nullable Misuse misuse;
    private boolean onlyWords;

    private Parser(Grammar grammar, List<String> arguments) {
        this.grammar = grammar;
        this.arguments = arguments;
    }

    /// What the arguments ask for.
    public static Asked parse(Grammar grammar, List<String> arguments) {
        if (!arguments.isEmpty() && arguments.getFirst().equals("help")) {
            return help(grammar, arguments);
        }
        return new Parser(grammar, arguments).parse();
    }

    /// `ginnel help connect` is `ginnel connect --help`.
    private static Asked help(Grammar grammar, List<String> arguments) {
        if (arguments.size() == 1) {
            return new Asked.Help(null);
        }
        var named = grammar.command(arguments.get(1));
        return named.isPresent() ? new Asked.Help(named.get()) : unknownCommand(grammar, arguments.get(1));
    }

    private Asked parse() {
        for (var i = 0; i < arguments.size() && misuse == null; i++) {
            var argument = arguments.get(i);
            if (!onlyWords && argument.equals("--")) {
                onlyWords = true;
            } else if (!onlyWords && argument.startsWith("-") && argument.length() > 1) {
                i += option(argument, i + 1 < arguments.size() ? arguments.get(i + 1) : null);
            } else {
                word(argument);
            }
        }
        return result();
    }

    private Asked result() {
        if (options.containsKey(Grammar.HELP.name())) {
            return new Asked.Help(command);
        }
        if (misuse != null) {
            return misuse;
        }
        if (options.containsKey(Grammar.VERSION.name())) {
            return new Asked.Version();
        }
        return command == null ? new Asked.Nothing() : new Asked.Run(command, options, words);
    }

    private void word(String argument) {
        if (command == null) {
            var named = grammar.command(argument);
            if (named.isPresent()) {
                command = named.get();
            } else {
                misuse = unknownCommand(grammar, argument);
            }
        } else if (words.size() < command.mostWords()) {
            words.add(argument);
        } else {
            misuse = misuse("These are more words than the command takes.");
        }
    }

    /// Takes an option, and says how many arguments behind it belong to it.
    private int option(String argument, @Nullable String next) {
        var equals = argument.indexOf('=');
        var name = equals < 0 ? argument : argument.substring(0, equals);
        var given = equals < 0 ? null : argument.substring(equals + 1);
        var option = allowed().filter(o -> o.names().contains(name)).findFirst();
        if (option.isEmpty()) {
            misuse = unknownOption(name);
            return 0;
        }
        return take(option.get(), given, next);
    }

    private int take(Option option, @Nullable String given, @Nullable String next) {
        var separate = option.takesValue() && given == null;
        if (options.containsKey(option.name())) {
            misuse = misuse(option.name() + " stands there twice.");
        } else if (!option.takesValue() && given != null) {
            misuse = misuse(option.name() + " takes no value.");
        } else if (separate && (next == null || (next.startsWith("-") && next.length() > 1))) {
            misuse = misuse(option.name() + " needs a value: " + option.label() + ".");
        } else {
            var value = separate ? next : given;
            options.put(option.name(), value == null ? "" : value);
        }
        return separate ? 1 : 0;
    }

    private Stream<Option> allowed() {
        return (command == null ? Grammar.general() : Grammar.optionsOf(command)).stream();
    }

    private Asked.Misuse unknownOption(String name) {
        var names = allowed().filter(o -> !o.isHidden()).flatMap(o -> o.names().stream());
        var meant = Nearest.to(cut(name), names)
                .map(n -> "Did you mean " + n + "? ")
                .orElse("");
        return new Asked.Misuse("There is no option " + cut(name) + " here.", meant + helpFor(command));
    }

    private static Asked.Misuse unknownCommand(Grammar grammar, String word) {
        var names = grammar.commands().stream().map(Usage::name);
        var meant = Nearest.to(cut(word), names)
                .map(n -> "Did you mean `ginnel " + n + "`? ")
                .orElse("");
        return new Asked.Misuse("There is no command " + cut(word) + ".", meant + helpFor(null));
    }

    private Asked.Misuse misuse(String what) {
        return new Asked.Misuse(what, helpFor(command));
    }

    private static String helpFor(@Nullable Usage command) {
        return "`ginnel " + (command == null ? "" : command.name() + " ") + "--help` says what it takes.";
    }

    private static String cut(String word) {
        return word.length() <= LONGEST_ECHO ? word : word.substring(0, LONGEST_ECHO);
    }
}
