// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import java.util.Optional;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.settings.Settings;

/// `ginnel settings`: shows what the user decided, and changes it.
final class SettingsCommand implements Command {
    private static final String ALLOW_LAN = "--allow-lan";

    @Override
    public Usage usage() {
        return Usage.of("settings", "Shows the settings, or changes them.")
                .with(new Option(
                        List.of(ALLOW_LAN),
                        "on|off",
                        List.of("on", "off"),
                        "Whether printers and shares of the local network stay reachable while connected."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
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

    private static Optional<Boolean> allowLan(Asked.Run asked) throws Failure {
        var value = asked.value(ALLOW_LAN);
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
