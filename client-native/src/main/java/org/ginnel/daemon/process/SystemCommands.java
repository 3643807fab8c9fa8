// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The programs of this machine, looked up in fixed directories and run with an environment of two variables,
/// so that nothing a caller's environment holds reaches a program that runs as root.
///
/// Interrupting the caller does not stop a program: half a transaction is worse than a late answer. Its limit
/// does.
public final class SystemCommands implements Commands {
    /// Where a system keeps its programs.
    public static final List<Path> SYSTEM_DIRECTORIES = List.of(
            Path.of("/usr/local/sbin"),
            Path.of("/usr/local/bin"),
            Path.of("/usr/sbin"),
            Path.of("/usr/bin"),
            Path.of("/sbin"),
            Path.of("/bin"));

    private static final int MAX_STDOUT = 1 << 20;
    private static final int MAX_STDERR = 1 << 16;
    private static final int CANNOT_START = 126;
    private static final Duration LEFT_BEHIND = Duration.ofMillis(250);

    private final List<Path> directories;

    /// @param directories searched in this order for a program that is named without a slash
    public SystemCommands(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    @Override
    public Outcome run(Command command) {
        var program = find(command.argv().getFirst());
        if (program.isEmpty()) {
            return new Outcome.Missing();
        }
        var argv = new ArrayList<>(command.argv());
        argv.set(0, program.get().toString());
        var builder = new ProcessBuilder(argv);
        environment(builder);
        try {
            return finish(builder.start(), command);
        } catch (IOException e) {
            return new Outcome.Exited(CANNOT_START, "", String.valueOf(e.getMessage()));
        }
    }

    /// Where `program` is; empty when it is not on this machine.
    public Optional<Path> find(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        return directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void environment(ProcessBuilder builder) {
        var environment = builder.environment();
        environment.clear();
        environment.put(
                "PATH",
                String.join(":", directories.stream().map(Path::toString).toList()));
        environment.put("LC_ALL", "C");
    }

    private static Outcome finish(Process process, Command command) {
        var deadline = System.nanoTime() + command.limit().toNanos();
        var stdout = new Drain(process.getInputStream(), MAX_STDOUT);
        var stderr = new Drain(process.getErrorStream(), MAX_STDERR);
        Thread.ofVirtual().name("stdin-" + process.pid()).start(() -> write(process, command.stdin()));
        if (!Deadline.join(deadline, left -> process.waitFor(Duration.ofNanos(left)))) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Outcome.TimedOut();
        }
        // A daemon that the program left behind may hold the streams open; what the program wrote is in them
        // by now.
        var soon = System.nanoTime() + LEFT_BEHIND.toNanos();
        stdout.await(soon);
        stderr.await(soon);
        return new Outcome.Exited(process.exitValue(), stdout.text(), stderr.text());
    }

    private static void write(Process process, String stdin) {
        try (var out = process.getOutputStream()) {
            out.write(stdin.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended without reading all of it; how it ended says why.
        }
    }

    /// Reads a stream to its end, so that the program never waits for us, and keeps the first bytes of it.
    private static final class Drain {
        private final byte[] chunk = new byte[8192];
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread reader;

        Drain(InputStream in, int limit) {
            reader = Thread.ofVirtual().name("drain").start(() -> read(in, limit));
        }

        private void read(InputStream in, int limit) {
            try (in) {
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    keep(Math.min(n, limit - kept.size()));
                }
            } catch (IOException e) {
                // Closed because the program was killed.
            }
        }

        private synchronized void keep(int bytes) {
            kept.write(chunk, 0, bytes);
        }

        void await(long deadline) {
            var _ = Deadline.join(deadline, left -> reader.join(Duration.ofNanos(left)));
        }

        synchronized String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
