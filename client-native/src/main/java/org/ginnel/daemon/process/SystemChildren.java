// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The programs of this machine as children, found and fed as [SystemCommands] does.
public final class SystemChildren implements Children {
    private static final int LONGEST_LINE = 4096;
    private static final File NOTHING = new File("/dev/null");
    private static final String WAITING = "IFS= read -r last && exec \"$@\" \"$last\"";

    private final SystemCommands commands;
    private final Optional<String> session;

    /// Where `setsid` gives a child a session of its own.
    public SystemChildren(SystemCommands commands) {
        this(commands, Optional.of("setsid"));
    }

    private SystemChildren(SystemCommands commands, Optional<String> session) {
        this.commands = commands;
        this.session = session;
    }

    /// Where there is no such program and whoever started us lets our children live: launchd, told so
    /// (`AbandonProcessGroup`).
    public static SystemChildren abandoned(SystemCommands commands) {
        return new SystemChildren(commands, Optional.empty());
    }

    @Override
    public Optional<Child> startDetached(List<String> argv, Map<String, String> environment, Path log) {
        return detached(argv, environment, log).map(builder -> {
            builder.redirectInput(ProcessBuilder.Redirect.from(NOTHING));
            return new Running(start(builder));
        });
    }

    private Optional<ProcessBuilder> detached(List<String> argv, Map<String, String> environment, Path log) {
        var missing = session.filter(program -> commands.find(program).isEmpty());
        return missing.isPresent()
                ? Optional.empty()
                : builder(argv).map(builder -> {
                    session.flatMap(commands::find)
                            .ifPresent(setsid -> builder.command().add(0, setsid.toString()));
                    builder.environment().putAll(environment);
                    builder.redirectErrorStream(true).redirectOutput(log.toFile());
                    return builder;
                });
    }

    /// A shell that reads the last argument and becomes the program; without one it ends.
    @Override
    public Optional<Ready> getReady(List<String> argv, Map<String, String> environment, Path log) {
        return commands.find(argv.getFirst()).flatMap(program -> {
            List<String> words = new ArrayList<>(List.of("sh", "-c", WAITING, "sh", program.toString()));
            words.addAll(argv.subList(1, argv.size()));
            return detached(words, environment, log).map(builder -> new Waiting(start(builder)));
        });
    }

    private record Waiting(Process process) implements Ready {
        @Override
        public Optional<Child> begin(String last) {
            try (var input = process.getOutputStream()) {
                input.write((last + "\n").getBytes(StandardCharsets.UTF_8));
                input.flush();
                return Optional.of(new Running(process));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public void dismiss() {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // It has ended already.
            }
        }
    }

    @Override
    public Optional<Child> startTelling(List<String> argv, Consumer<String> onLine) {
        return builder(argv).map(builder -> {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            var process = start(builder);
            Thread.ofVirtual().name("lines-" + argv.getFirst()).start(() -> tell(process.getInputStream(), onLine));
            return new Running(process);
        });
    }

    private Optional<ProcessBuilder> builder(List<String> argv) {
        return commands.find(argv.getFirst()).map(program -> {
            var command = new ArrayList<>(argv);
            command.set(0, program.toString());
            var builder = new ProcessBuilder(command);
            commands.environment(builder);
            return builder;
        });
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(InputStream in, Consumer<String> onLine) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    onLine.accept(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            // Closed because the program was stopped.
        }
    }

    private record Running(Process process) implements Child {
        @Override
        public void onExit(Runnable action) {
            var _ = process.onExit().thenRun(action);
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void stop(Duration grace) {
            process.destroy();
            var deadline = System.nanoTime() + grace.toNanos();
            if (!Deadline.join(deadline, left -> process.waitFor(Duration.ofNanos(left)))) {
                process.destroyForcibly();
                var soon = System.nanoTime() + grace.toNanos();
                var _ = Deadline.join(soon, left -> process.waitFor(Duration.ofNanos(left)));
            }
        }
    }
}
