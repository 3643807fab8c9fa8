// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.ginnel.lab.bench.Bench;
import org.ginnel.lab.bench.Rotations;
import org.ginnel.lab.bench.Steady;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.demo.Rehearsal;
import org.ginnel.lab.demo.Terminal;
import org.ginnel.lab.leak.LeakTest;
import org.ginnel.lab.program.Programs;

/// `bin/lab`: the demo network, for people and scripts. `lab/README.md` describes it.
public final class Main {
    private static final String HELP = """
            bin/lab [shell [COMMAND...]]  a shell (or COMMAND) in the client of the demo network
            bin/lab up                    the demo network for other programs, until standard input ends
            bin/lab bench [PART...]       the figures of docs/benchmarks.md; RUNS=n measures n times instead of ten
            bin/lab steady MINUTES        how often a tunnel is left for no reason, in five kinds of bad weather
            bin/lab rotations N           what programs notice when the keys change N times under a tunnel
            bin/lab rehearse              lets the programs of later labs start with half the work, until something is built
            bin/lab leaks [NAME=VALUE...] how many packets leave beside the tunnel; docs/leaks.md has the names
            """;
    private static final String RUNS = "10";
    private static final int USAGE = 2;

    /// Ends the process with the exit code of what was run.
    ///
    /// @param arguments none, or `shell` or `up` and theirs
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayDeque<>(arguments);
        var mode = Optional.ofNullable(words.poll()).orElse("shell");
        var terminal = new Terminal(out, err);
        try {
            return switch (mode) {
                case "shell" -> terminal.shell(start(terminal.progress()), List.copyOf(words));
                case "up" -> terminal.up(start(terminal.progress()));
                case "bench" -> new Bench(start(terminal.progress()), runs(), out).print(List.copyOf(words));
                case "steady" -> new Steady(start(terminal.progress()), minutes(words), out).print();
                case "rotations" -> new Rotations(start(terminal.progress()), times(words), out).print();
                case "rehearse" -> {
                    Rehearsal.play(Programs.ofThisCheckout());
                    yield 0;
                }
                case "leaks" -> new LeakTest(List.copyOf(words), Programs.ofThisCheckout(), out, err).run();
                default -> usage(err);
            };
        } catch (LabException | IOException e) {
            err.println("lab: " + e.getMessage());
            return 1;
        }
    }

    private static int runs() {
        var asked = Optional.ofNullable(System.getenv("RUNS")).orElse(RUNS);
        if (!asked.matches("[1-9]\\d{0,2}")) {
            throw new LabException("RUNS says how often to measure, 1 to 999, and not `" + asked + "`");
        }
        return Integer.parseInt(asked);
    }

    private static Duration minutes(Queue<String> words) {
        var asked = Optional.ofNullable(words.poll()).orElse("10");
        if (!asked.matches("[1-9]\\d{0,2}")) {
            throw new LabException("steady says for how many minutes, 1 to 999, and not `" + asked + "`");
        }
        return Duration.ofMinutes(Integer.parseInt(asked));
    }

    private static int times(Queue<String> words) {
        var asked = Optional.ofNullable(words.poll()).orElse("100");
        if (!asked.matches("[1-9]\\d{0,4}")) {
            throw new LabException("rotations says how many, 1 to 99999, and not `" + asked + "`");
        }
        return Integer.parseInt(asked);
    }

    private static int usage(PrintStream err) {
        err.print(HELP);
        return USAGE;
    }

    private static Demo start(Progress progress) throws IOException {
        var socket = Optional.ofNullable(System.getenv("GINNEL_SOCKET")).map(Path::of);
        var demo = Demo.start(LabPlan.DEFAULT, Programs.ofThisCheckout(), socket.orElse(Demo.SOCKET), progress);
        // The window is that user's, and may do what the daemon lets members of this group do.
        Optional.ofNullable(System.getenv("SUDO_USER")).ifPresent(user -> admit(demo, user));
        // However we end, the daemon takes its socket away.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(demo), "lab-shutdown"));
        return demo;
    }

    private static void admit(Demo demo, String user) {
        try {
            var line = "ginnel:x:64000:" + user + "\n";
            Files.writeString(demo.client().machine().etc().resolve("group"), line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Demo demo) {
        try {
            demo.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Main() {}
}
