// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.HelpText;
import org.ginnel.cli.grammar.Parser;
import org.ginnel.cli.json.ErrorJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.FailureText;
import org.ginnel.cli.text.Line;
import org.ginnel.control.SocketPath;
import org.ginnel.tunnel.ErrorCause;

/// The command line: from words to an exit code. Never throws, and never shows a stack trace.
final class Ginnel {
    private final Surroundings around;
    private final List<Command> commands = commands();

    Ginnel(Surroundings around) {
        this.around = around;
    }

    private static List<Command> commands() {
        return List.of(
                new LoginCommand(),
                new LogoutCommand(),
                new ServersCommand(),
                new FavouritesCommand(),
                new ConnectCommand(),
                new DisconnectCommand(),
                new PauseCommand(),
                new ResumeCommand(),
                new StatusCommand(),
                new HistoryCommand(),
                new SettingsCommand(),
                new DoctorCommand(),
                new CompletionCommand(() -> grammar(commands())));
    }

    private static Grammar grammar(List<Command> commands) {
        return new Grammar(commands.stream().map(Command::usage).toList());
    }

    /// Does what the words say.
    ExitCode run(String... words) {
        var grammar = grammar(commands);
        return switch (Parser.parse(grammar, List.of(words))) {
            case Asked.Help(var command) -> {
                print(command == null ? HelpText.of(grammar, exitCodes()) : HelpText.of(command));
                yield ExitCode.OK;
            }
            case Asked.Nothing _ -> {
                print(HelpText.of(grammar, exitCodes()));
                yield ExitCode.USAGE;
            }
            case Asked.Version _ -> {
                print(List.of("ginnel " + Version.OURS));
                yield ExitCode.OK;
            }
            case Asked.Misuse(var what, var next) ->
                fail(Failure.of(ExitCode.USAGE, new Explanation(what, "", next)), false);
            case Asked.Run asked -> run(asked);
        };
    }

    private ExitCode run(Asked.Run asked) {
        var json = asked.has("--json");
        try {
            return command(asked).run(asked, new Session(around, socket(asked)));
        } catch (Failure e) {
            return fail(e, json);
        } catch (RuntimeException e) {
            return fail(Failure.of(new ErrorCause.Defect(place(e))), json);
        }
    }

    private Command command(Asked.Run asked) {
        var name = asked.command().name();
        return commands.stream()
                .filter(c -> c.usage().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ExitCode fail(Failure failure, boolean json) {
        var terminal = around.terminal();
        terminal.endProgress();
        if (json) {
            terminal.document(JsonText.pretty(ErrorJson.of(failure.code(), failure.words(), failure.errorCause())));
        } else {
            terminal.complain(FailureText.of(failure.words(), failure.snapshot()));
        }
        return failure.code();
    }

    private Path socket(Asked.Run asked) throws Failure {
        try {
            var named = asked.value(Grammar.SOCKET.name());
            return named.isPresent() ? Path.of(named.get()) : SocketPath.from(around.environment());
        } catch (InvalidPathException _) {
            throw Failure.of(
                    ExitCode.USAGE,
                    new Explanation(
                            "That is not a path.",
                            "--socket or GINNEL_SOCKET holds a character that no path may hold.",
                            "Name the socket that ginneld listens on."));
        }
    }

    private void print(List<String> lines) {
        around.terminal().print(lines.stream().map(Line::of).toList());
    }

    private static Map<Integer, String> exitCodes() {
        var codes = new LinkedHashMap<Integer, String>();
        for (var code : ExitCode.values()) {
            codes.put(code.number(), code.meaning());
        }
        return codes;
    }

    private static String place(RuntimeException e) {
        var top = e.getStackTrace().length == 0 ? "nowhere" : e.getStackTrace()[0].toString();
        return e.getClass().getSimpleName() + " at " + top;
    }
}
