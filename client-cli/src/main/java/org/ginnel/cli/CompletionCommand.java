// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import java.util.function.Supplier;
import org.ginnel.cli.completion.BashCompletion;
import org.ginnel.cli.completion.FishCompletion;
import org.ginnel.cli.completion.Vocabulary;
import org.ginnel.cli.completion.ZshCompletion;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `ginnel completion`: prints what a shell needs to complete this command line.
final class CompletionCommand implements Command {
    private final Supplier<List<Command>> commands;

    /// @param commands every command there is, this one included
    CompletionCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public CommandSpec spec() {
        var spec = Grammar.command(
                "Prints the completions of a shell: bash, zsh or fish.",
                "",
                "  bash: ginnel completion bash > ~/.local/share/bash-completion/completions/ginnel",
                "  zsh:  ginnel completion zsh > a directory of $fpath, as _ginnel",
                "  fish: ginnel completion fish > ~/.config/fish/completions/ginnel.fish");
        return spec.addPositional(Grammar.word("SHELL", "bash, zsh or fish.", List.of("bash", "zsh", "fish")));
    }

    @Override
    public ExitCode run(ParseResult asked, Session session) throws Failure {
        var vocabulary = Vocabulary.of(Grammar.of(commands.get()).getCommandSpec());
        var script = switch (Grammar.word(asked).orElse("")) {
            case "bash" -> BashCompletion.of(vocabulary);
            case "zsh" -> ZshCompletion.of(vocabulary);
            case "fish" -> FishCompletion.of(vocabulary);
            default ->
                throw Failure.of(
                        ExitCode.USAGE,
                        new Explanation(
                                "There are completions for bash, zsh and fish.",
                                "None of them was named.",
                                "Run `ginnel completion bash`, or zsh, or fish."));
        };
        session.terminal().document(script);
        return ExitCode.OK;
    }
}
