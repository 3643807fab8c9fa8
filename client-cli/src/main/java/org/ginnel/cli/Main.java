// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.Console;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.ginnel.control.ControlClient;
import org.jspecify.annotations.Nullable;

/// Starts `ginnel`.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        var environment = System.getenv();
        System.setProperty("jdk.console", "java.base"); // the JDK's other console is JLine, which takes 80 ms to load
        var interactive = isTerminal(System.console());
        var terminal = new Terminal(System.out, System.err, interactive, interactive && allowsColour(environment));
        var keyboard = Keyboard.of(System.console(), System.in);
        var around = new Surroundings(
                environment,
                terminal,
                keyboard,
                Interrupts.ofProcess(),
                InstantSource.system(),
                ZoneId::systemDefault,
                Optional.ofNullable(Integer.getInteger("ginnel.asked")) // by `ginnel-start`
                        .map(descriptor -> socket -> ControlClient.takeOver(socket, descriptor)));
        var code = new Ginnel(around).run(words);
        Training.asked(System.getProperty("ginnel.training", ""), around);
        Runtime.getRuntime().halt(code.number()); // exit would load the logging system first (JDK-8301627)
    }

    /// Without a terminal some JDKs have no console, and some have one that says so (JDK-8351435).
    private static boolean isTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    /// See https://no-color.org.
    private static boolean allowsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }
}
