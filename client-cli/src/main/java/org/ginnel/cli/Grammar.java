// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.cli.text.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The command line as picocli understands it. Built by hand: no reflection, so it starts fast.
final class Grammar {
    private static final String SOCKET = "--socket";

    private Grammar() {}

    /// `ginnel` with every command under it.
    static CommandLine of(List<Command> commands) {
        var root = command("Connects this computer to a VPN server of your operator.");
        root.name("ginnel")
                .addOption(OptionSpec.builder(SOCKET)
                        .type(String.class)
                        .paramLabel("PATH")
                        .scopeType(ScopeType.INHERIT)
                        .description("Where ginneld listens; default: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Say which release this is.")
                        .build());
        root.usageMessage()
                .customSynopsis("ginnel [--socket PATH] COMMAND [...]")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes())
                .footer("", "`ginnel COMMAND --help` says more about a command; docs/cli.md about all of them.");
        var line = new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(100);
        commands.forEach(c -> line.addSubcommand(c.name(), c.spec()));
        line.setExpandAtFiles(false).setUsageHelpWidth(100);
        return line;
    }

    private static Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        for (var code : ExitCode.values()) {
            codes.put("%3d".formatted(code.number()), code.meaning());
        }
        return codes;
    }

    /// A command that takes `--help`.
    static CommandSpec command(String... description) {
        var spec = CommandSpec.create();
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this.")
                .build());
        spec.usageMessage().description(description).abbreviateSynopsis(false);
        return spec;
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static PositionalParamSpec word(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static PositionalParamSpec word(String label, String description, List<String> values) {
        return word(label, description).toBuilder().completionCandidates(values).build();
    }

    static boolean has(ParseResult asked, String flag) {
        return asked.hasMatchedOption(flag);
    }

    static Optional<String> value(ParseResult asked, String option) {
        return Optional.ofNullable(asked.matchedOptionValue(option, null));
    }

    static Optional<String> word(ParseResult asked) {
        return Optional.ofNullable(asked.matchedPositionalValue(0, null));
    }

    /// The path that `--socket` names, before or after the command.
    static Optional<String> socket(ParseResult root) {
        var deepest = root;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        var after = value(deepest, SOCKET);
        return after.isPresent() ? after : value(root, SOCKET);
    }
}
