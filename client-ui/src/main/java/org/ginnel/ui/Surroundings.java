// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.admission.JoinProgram;
import org.ginnel.ui.notify.ToldOnce;
import org.ginnel.ui.onboarding.DemoNetwork;
import org.ginnel.ui.preferences.LoginStart;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.theme.Theme;

/// What the window takes from its environment; no other class reads a `GINNEL_*` variable for it.
///
/// @param theme the user's choice of colours; the system decides when empty
/// @param preferences where the user's own decisions are kept
/// @param loginStart whether the window opens at login
/// @param trayTold whether the user knows that the window lives on in the tray
/// @param untrayedTold whether the user knows that it lives on without one
/// @param demo a network to try
/// @param join the program that asks an administrator to let this user change things
/// @param releases how to hear of newer releases; asked late, since it reads files, and only once
/// @param locale the system's, whose language is spoken unless the user says otherwise
/// @param timing whether to print when the first frame was there
/// @param exitAfterFirstFrame whether to end then
record Surroundings(
        Optional<Theme> theme,
        PreferencesFile preferences,
        LoginStart loginStart,
        ToldOnce trayTold,
        ToldOnce untrayedTold,
        Optional<DemoNetwork> demo,
        Optional<Path> join,
        Supplier<Optional<Releases>> releases,
        Locale locale,
        boolean timing,
        boolean exitAfterFirstFrame) {
    Surroundings {
        releases = new Once<>(releases);
    }

    static Surroundings from(Map<String, String> environment) {
        return new Surroundings(
                Theme.named(environment),
                PreferencesFile.in(environment),
                LoginStart.of(environment),
                ToldOnce.in(environment, "tray-told"),
                ToldOnce.in(environment, "untrayed-told"),
                DemoNetwork.from(environment),
                JoinProgram.beside(environment),
                () -> Releases.of(environment),
                locale(environment),
                "1".equals(environment.get("GINNEL_TIMING")),
                "1".equals(environment.get("GINNEL_EXIT_AFTER_FIRST_FRAME")));
    }

    /// On Linux as locale(7) has it, so that it is the same for every program: `LC_ALL`, `LC_MESSAGES`, else `LANG`.
    /// Elsewhere what the user has set, which Java knows.
    private static Locale locale(Map<String, String> environment) {
        if (OperatingSystem.here() != OperatingSystem.LINUX) {
            return Locale.getDefault();
        }
        var name = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        var end = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        return Locale.forLanguageTag(name.substring(0, end).replace('_', '-'));
    }
}
