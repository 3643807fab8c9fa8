// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.cli.json.ErrorJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.FailureText;
import org.ginnel.control.Snapshot;
import org.ginnel.control.SocketPath;
import org.ginnel.tunnel.ErrorCause;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: from words to an exit code. Never throws, and never shows a stack trace.
final class Ginnel {
    private final Surroundings around;
    private final List<Command> commands;

    Ginnel(Surroundings around) {
        this.around = around;
        this.commands = commands();
    }

    private static List<Command> commands() {
        return List.of(
                new LoginCommand(),
                new LogoutCommand(),
                new ServersCommand(),
                new ConnectCommand(),
                new DisconnectCommand(),
                new StatusCommand(),
                new SettingsCommand(),
                new DoctorCommand(),
                new CompletionCommand(Ginnel::commands));
    }

    /// Does what the words say.
    ExitCode run(String... words) {
        var line = Grammar.of(commands);
        try {
            return run(line.parseArgs(withHelp(words)));
        } catch (ParameterException e) {
            return fail(misunderstood(e), false);
        } catch (RuntimeException e) {
            return fail(Failure.of(new ErrorCause.Defect(place(e))), false);
        }
    }

    private ExitCode run(ParseResult asked) {
        var deepest = asked.hasSubcommand() ? asked.subcommand() : asked;
        if (deepest.isUsageHelpRequested()) {
            return usage(deepest, ExitCode.OK);
        }
        if (asked.isVersionHelpRequested()) {
            around.terminal().document("ginnel " + Version.OURS + "\n");
            return ExitCode.OK;
        }
        if (!asked.hasSubcommand()) {
            return usage(asked, ExitCode.USAGE);
        }
        try {
            return command(deepest).run(deepest, new Session(around, socket(asked)));
        } catch (Failure e) {
            return fail(e, deepest.hasMatchedOption("--json"));
        }
    }

    private ExitCode usage(ParseResult asked, ExitCode code) {
        around.terminal().document(asked.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        return code;
    }

    private Command command(ParseResult asked) {
        var name = asked.commandSpec().name();
        return commands.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private ExitCode fail(Failure failure, boolean json) {
        var terminal = around.terminal();
        terminal.endProgress();
        if (json) {
            terminal.document(JsonText.pretty(ErrorJson.of(failure.code(), failure.words(), failure.errorCause())));
        } else {
            terminal.complain(FailureText.of(failure.words(), failure.snapshot().map(Snapshot::tunnel)));
        }
        return failure.code();
    }

    private Path socket(ParseResult asked) throws Failure {
        try {
            var named = Grammar.socket(asked);
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

    /// `ginnel help connect` is `ginnel connect --help`.
    private String[] withHelp(String... words) {
        if (words.length == 0 || !words[0].equals("help")) {
            return words;
        }
        if (words.length == 1) {
            return new String[] {"--help"};
        }
        var known = commands.stream().anyMatch(c -> c.name().equals(words[1]));
        return known ? new String[] {words[1], "--help"} : new String[] {words[1]};
    }

    /// What was wrong with the words, without the words themselves: one of them may be a key.
    private static Failure misunderstood(ParameterException e) {
        CommandLine line = e.getCommandLine();
        var name = line.getCommandSpec().qualifiedName();
        var what = e instanceof UnmatchedArgumentException unmatched
                ? surplus(unmatched)
                : "The command line is not complete.";
        var why = e instanceof UnmatchedArgumentException
                ? ""
                : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Failure.of(ExitCode.USAGE, new Explanation(what, why, "`" + name + " --help` says what it takes."));
    }

    private static String surplus(UnmatchedArgumentException e) {
        var word = Optional.ofNullable(e.getUnmatched())
                .flatMap(u -> u.stream().findFirst())
                .orElse("");
        if (word.startsWith("-")) {
            return "There is no option " + word.split("=", 2)[0] + ".";
        }
        var isRoot = e.getCommandLine().getParent() == null;
        return isRoot ? "There is no command " + word + "." : "These are more words than the command takes.";
    }

    private static String place(RuntimeException e) {
        var top = e.getStackTrace().length == 0 ? "nowhere" : e.getStackTrace()[0].toString();
        return e.getClass().getSimpleName() + " at " + top;
    }
}
