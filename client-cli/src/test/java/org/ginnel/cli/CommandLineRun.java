// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.ControlClient;
import org.ginnel.control.Request;
import org.ginnel.devkit.Servers;

/// One run of the command line inside the test: its words, what it is given, and what it says. The time is 12:12.
final class CommandLineRun {
    static final Instant NOW = Servers.NOON.plus(Duration.ofMinutes(12));
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private volatile Runnable farewell = () -> {};
    private String input = "";
    private boolean interactive;
    private Optional<Surroundings.Asked> asked = Optional.empty();
    private volatile Optional<ExitCode> code = Optional.empty();

    /// A run against the daemon that listens there.
    static CommandLineRun at(Path socket) {
        return new CommandLineRun().with("GINNEL_SOCKET", socket.toString());
    }

    CommandLineRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandLineRun typing(String text) {
        input = text;
        return this;
    }

    CommandLineRun onATerminal() {
        interactive = true;
        return this;
    }

    CommandLineRun run(String... words) {
        var terminal = new Terminal(print(out), print(err), interactive, interactive);
        var keyboard = Keyboard.of(null, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        Interrupts interrupts = bye -> {
            farewell = bye;
            return () -> farewell = () -> {};
        };
        var around = new Surroundings(environment, terminal, keyboard, interrupts, CLOCK, () -> ZoneOffset.UTC, asked);
        code = Optional.of(new Ginnel(around).run(words));
        return this;
    }

    /// Runs on a thread of its own; the future ends when the command has.
    CompletableFuture<Void> inBackground(String... words) {
        return CompletableFuture.runAsync(
                () -> run(words), task -> Thread.ofVirtual().start(task));
    }

    /// What `ginnel-start` asks before the command line runs.
    CommandLineRun asked(Request before) {
        asked = Optional.of(socket -> {
            var client = ControlClient.connect(socket, "ginnel-start");
            client.send(before);
            return client;
        });
        return this;
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    ExitCode code() {
        return code.orElseThrow();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Everything a person saw and how it ended, for goldens; paths of this run are replaced.
    String transcript(Path socket) {
        var text = "exit code " + code().number() + "\n--- out\n" + out() + "--- err\n" + err();
        return text.replace(socket.toString(), "/run/ginnel/ginneld.sock");
    }

    /// Ctrl+C, as far as it can be had inside a process.
    void interrupt() {
        farewell.run();
    }
}
