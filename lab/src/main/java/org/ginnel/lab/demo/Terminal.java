// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ginnel.lab.LabException;
import org.ginnel.lab.operator.Operator;

/// The demo as it is used from a terminal or a script.
///
/// @param out for what scripts read
/// @param err for people
public record Terminal(PrintStream out, PrintStream err) {
    private static final Path ORDERS = Path.of("/run/lab/orders");
    private static final Path SHELL_START = Path.of("/run/lab/shellrc");

    public Progress progress() {
        return new Progress(err::println);
    }

    /// Tells scripts how to use the demo, then obeys the lines of standard input until it ends.
    public int up(Demo demo) throws IOException {
        variables(demo).forEach((name, value) -> out.println(name + "=" + value));
        out.println("ready");
        out.flush();
        var orders = new Orders(demo);
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(orders, line);
            }
        }
        return 0;
    }

    private void obey(Orders orders, String line) {
        try {
            orders.obey(line);
        } catch (LabException e) {
            err.println("lab: " + e.getMessage());
        }
    }

    /// Runs `command` in the client; an interactive shell when there is none.
    ///
    /// @return its exit code
    public int shell(Demo demo, List<String> command) throws IOException {
        var environment = new HashMap<>(variables(demo));
        environment.put("PATH", demo.programs().launchers() + ":" + System.getenv("PATH"));
        if (!command.isEmpty()) {
            return demo.client().machine().runOnTerminal(command, environment);
        }
        Files.writeString(SHELL_START, shellStart());
        takeOrders(demo);
        return demo.client()
                .machine()
                .runOnTerminal(List.of("bash", "--rcfile", SHELL_START.toString(), "-i"), environment);
    }

    private static String shellStart() throws IOException {
        try (var in = Objects.requireNonNull(Terminal.class.getResourceAsStream("shellrc"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A pipe by which the shell in the client reaches us. We hold both of its ends: without a reader, a writer
    /// would
    /// be killed by SIGPIPE, and it is somebody's shell.
    private void takeOrders(Demo demo) throws IOException {
        demo.client().run("mkfifo", ORDERS.toString()).orThrow();
        var pipe = new RandomAccessFile(ORDERS.toFile(), "rw");
        var orders = new Orders(demo);
        Thread.ofPlatform().name("orders").daemon().start(() -> {
            try (pipe) {
                for (var line = pipe.readLine(); line != null; line = pipe.readLine()) {
                    obey(orders, line);
                }
            } catch (IOException e) {
                err.println("lab: takes no orders any more: " + e.getMessage());
            }
        });
    }

    private static Map<String, String> variables(Demo demo) {
        return Map.of(
                "GINNEL_SOCKET", demo.daemon().socket().toString(),
                "GINNEL_DEMO_KEY", demo.operator().key("demo", "pro"),
                "GINNEL_DEMO_API", Operator.API);
    }
}
