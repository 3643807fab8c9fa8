// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import java.util.Optional;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `ginnel settings`: shows what the user decided, and changes it.
final class SettingsCommand implements Command {
    private static final String ALLOW_LAN = "--allow-lan";

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public CommandSpec spec() {
        return Grammar.command("Shows the settings, or changes them.")
                .addOption(OptionSpec.builder(ALLOW_LAN)
                        .type(String.class)
                        .paramLabel("on|off")
                        .completionCandidates(List.of("on", "off"))
                        .description("Whether printers and shares of the local network stay reachable while connected.")
                        .build());
    }

    @Override
    public ExitCode run(ParseResult asked, Session session) throws Failure {
        var wanted = allowLan(asked);
        try (var daemon = session.open()) {
            var settings = wanted.isPresent()
                    ? daemon.change(new Settings(wanted.get())).settings()
                    : daemon.status().settings();
            session.print("allow-lan  " + (settings.allowLan() ? "on" : "off") + "   "
                    + (settings.allowLan()
                            ? "the local network stays reachable while connected"
                            : "the local network is blocked while connected"));
            return ExitCode.OK;
        }
    }

    private static Optional<Boolean> allowLan(ParseResult asked) throws Failure {
        var value = Grammar.value(asked, ALLOW_LAN);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (value.get()) {
                    case "on" -> true;
                    case "off" -> false;
                    default ->
                        throw Failure.of(
                                ExitCode.USAGE,
                                new Explanation(
                                        "--allow-lan takes `on` or `off`.",
                                        "It was given something else.",
                                        "Write `ginnel settings --allow-lan on`, or off."));
                });
    }
}
