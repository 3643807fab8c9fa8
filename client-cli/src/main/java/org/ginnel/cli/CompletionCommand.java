// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.function.Supplier;
import org.ginnel.cli.completion.BashCompletion;
import org.ginnel.cli.completion.FishCompletion;
import org.ginnel.cli.completion.ZshCompletion;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Grammar;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;

/// `ginnel completion`: prints what a shell needs to complete this command line.
final class CompletionCommand implements Command {
    private final Supplier<Grammar> grammar;

    /// @param grammar every command there is, this one included
    CompletionCommand(Supplier<Grammar> grammar) {
        this.grammar = grammar;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "completion",
                        "Prints the completions of a shell: bash, zsh or fish.",
                        "  bash: ginnel completion bash > ~/.local/share/bash-completion/completions/ginnel",
                        "  zsh:  ginnel completion zsh > a directory of $fpath, as _ginnel",
                        "  fish: ginnel completion fish > ~/.config/fish/completions/ginnel.fish")
                .withWord("SHELL", "bash, zsh or fish.", "bash", "zsh", "fish");
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var words = grammar.get();
        var script = switch (asked.word().orElse("")) {
            case "bash" -> BashCompletion.of(words);
            case "zsh" -> ZshCompletion.of(words);
            case "fish" -> FishCompletion.of(words);
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
