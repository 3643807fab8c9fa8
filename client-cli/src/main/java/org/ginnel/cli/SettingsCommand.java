// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Choice;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.SettingsText;
import org.ginnel.cli.text.StatusText;
import org.ginnel.control.Snapshot;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.TunnelView;

/// `ginnel settings`: shows what the user decided, and changes it.
final class SettingsCommand implements Command {
    private static final String LAN = "lan";
    private static final String LOCKDOWN = "lockdown";
    private static final String DNS = "dns";
    private static final String KEYS = "keys";
    private static final String NOW = "now";
    private static final String AUTO = "auto";
    /// More than there may be addresses, so that it is said how many there may be.
    private static final int MOST_WORDS = 20;
    private static final List<String> SWITCH = List.of("on", "off");
    /// Scripts have it: `--allow-lan on` is `lan on`.
    private static final String ALLOW_LAN = "--allow-lan";

    @Override
    public Usage usage() {
        return Usage.of("settings", "Shows the settings, or changes one.")
                .withChoices(
                        "SETTING VALUE",
                        MOST_WORDS,
                        new Choice(
                                LAN,
                                "on|off",
                                SWITCH,
                                "Whether printers and shares of the local network stay reachable while connected or"
                                        + " locked."),
                        new Choice(
                                LOCKDOWN,
                                "on|off",
                                SWITCH,
                                "Whether nothing leaves without a tunnel either: when disconnected, and while this"
                                        + " computer starts."),
                        new Choice(
                                DNS,
                                "ADDRESS...|auto",
                                List.of(AUTO),
                                "Which DNS servers are asked, through the tunnel: up to three IP addresses, or those"
                                        + " of the VPN server."),
                        new Choice(
                                KEYS,
                                "TIME|now",
                                List.of("24h", NOW),
                                "How long a key of this device is used before another takes its place: 1h to 720h."
                                        + " Or `now`, which replaces it once."))
                .with(new Option(List.of(ALLOW_LAN), "on|off", SWITCH, ""));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var words = words(asked);
        if (words.isEmpty()) {
            try (var daemon = session.open()) {
                session.print(SettingsText.all(daemon.status()));
                return ExitCode.OK;
            }
        }
        if (words.equals(List.of(KEYS, NOW))) {
            return changeKeys(session);
        }
        var change = change(words.getFirst(), words.subList(1, words.size()));
        try (var daemon = session.open()) {
            var after = daemon.change(change.to(daemon.status().settings()));
            session.print(said(words.getFirst(), after, session));
            return ExitCode.OK;
        }
    }

    private static ExitCode changeKeys(Session session) throws Failure {
        try (var daemon = session.open()) {
            daemon.changeKeys();
            session.print(List.of(SettingsText.keysNow()));
            return ExitCode.OK;
        }
    }

    private static List<String> words(Asked.Run asked) throws Failure {
        var lan = asked.value(ALLOW_LAN);
        if (lan.isPresent() && !asked.words().isEmpty()) {
            throw misuse(
                    "One setting at a time.",
                    "Both " + ALLOW_LAN + " and a setting were given.",
                    "Leave one of them out.");
        }
        return lan.isPresent() ? List.of(LAN, lan.get()) : asked.words();
    }

    /// One setting more or less.
    private interface Change {
        Settings to(Settings settings);
    }

    private static Change change(String setting, List<String> values) throws Failure {
        return switch (setting) {
            case LAN -> {
                var on = isOn(setting, values);
                yield settings -> settings.withAllowLan(on);
            }
            case LOCKDOWN -> {
                var on = isOn(setting, values);
                yield settings -> settings.withLockdown(on);
            }
            case DNS -> {
                var dns = values.equals(List.of(AUTO)) ? List.<String>of() : DnsWords.parse(values);
                yield settings -> settings.withDns(dns);
            }
            case KEYS -> {
                var time = keyTime(values);
                yield settings -> settings.withKeysFor(Optional.of(time));
            }
            default ->
                throw misuse(
                        "There is no such setting.",
                        "The settings are lan, lockdown, dns and keys.",
                        "`ginnel settings --help` says what they mean.");
        };
    }

    private static Duration keyTime(List<String> values) throws Failure {
        var time = values.size() == 1 ? TimeWord.parse(values.getFirst()) : Optional.<Duration>empty();
        return time.filter(Settings::isKeyTime)
                .filter(word -> word.equals(Duration.ofMinutes(word.toMinutes())))
                .orElseThrow(() -> misuse(
                        "keys takes a time from `1h` to `720h`, or `now`.",
                        values.isEmpty() ? "It was given nothing." : "It was given something else.",
                        "Write `ginnel settings keys 24h`, for example."));
    }

    private static boolean isOn(String setting, List<String> values) throws Failure {
        if (values.size() != 1 || !SWITCH.contains(values.getFirst())) {
            throw misuse(
                    setting + " takes `on` or `off`.",
                    values.isEmpty() ? "It was given nothing." : "It was given something else.",
                    "Write `ginnel settings " + setting + " on`, or off.");
        }
        return values.getFirst().equals("on");
    }

    private static List<Line> said(String setting, Snapshot after, Session session) {
        var settings = after.settings();
        var lines = new ArrayList<Line>();
        lines.add(
                switch (setting) {
                    case LAN -> SettingsText.lan(settings);
                    case LOCKDOWN ->
                        SettingsText.lockdown(settings, after.account().isPresent());
                    case KEYS -> SettingsText.keys(settings);
                    default -> SettingsText.dns(settings);
                });
        if (setting.equals(LOCKDOWN) && after.tunnel() instanceof TunnelView.Locked) {
            lines.addAll(StatusText.tunnel(after, session.now()));
        }
        return lines;
    }

    private static Failure misuse(String what, String why, String next) {
        return Failure.of(ExitCode.USAGE, new Explanation(what, why, next));
    }
}
