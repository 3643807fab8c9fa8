// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.SystemCommands;

/// The system's programs in the private namespaces of the tests; outside of them a test that asks for them is
/// skipped.
public final class Tools {
    private final Commands commands = new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES);

    private Tools() {}

    /// The tools, where they cannot touch the machine.
    public static Tools inNamespace() {
        assumeTrue(
                "1".equals(System.getenv("GINNEL_TEST_NAMESPACE")),
                "needs namespaces of its own: run by Maven as a user who may make them (src/test/namespace/bin/java)");
        return new Tools();
    }

    /// The same, where TUN devices can be made, as `wireguard-go` does.
    public static Tools inNamespaceWithTun() {
        var tools = inNamespace();
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "needs write access to /dev/net/tun");
        return tools;
    }

    /// What adapters run.
    public Commands commands() {
        return commands;
    }

    /// Runs one program, named with its arguments separated by single spaces; fails when it does.
    ///
    /// @return its standard output
    public String run(String line) {
        return feed("", line);
    }

    /// The same with `stdin` to read.
    public String feed(String stdin, String line) {
        var command = new Command(List.of(line.split(" ", -1)), stdin, Duration.ofSeconds(10));
        return switch (commands.run(command)) {
            case Exited(int code, String stdout, String _) when code == 0 -> stdout;
            case Commands.Outcome outcome -> throw new AssertionError(line + ": " + outcome);
        };
    }

    /// Changes a setting of this network namespace, such as `net/ipv4/ip_forward`.
    public void kernelSetting(String name, String value) {
        try {
            Files.writeString(Path.of("/proc/sys", name), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs one program and does not care how it ends.
    public void attempt(String line) {
        var _ = succeeds(line);
    }

    /// Runs one program.
    ///
    /// @return whether it ended with 0
    public boolean succeeds(String line) {
        return commands.run(Command.of(line.split(" ", -1))) instanceof Exited(int code, String _, String _)
                && code == 0;
    }
}
