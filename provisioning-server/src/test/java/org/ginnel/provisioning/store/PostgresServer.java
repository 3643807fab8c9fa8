// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A real PostgreSQL on loopback with data of its own, as Debian's package installs it. It is not meant to survive
/// anything, so it does not wait for the disk. Ends with this object, or with this JVM.
public final class PostgresServer implements AutoCloseable {
    /// Ends when its standard input does, which happens when this JVM ends, however it does.
    private static final String SCRIPT = "exec 3<&0; \"$@\" </dev/null & cat <&3 >/dev/null; kill $!; wait";

    private final Process process;
    private final int port;
    private final Path programs;
    private final Path directory;

    private PostgresServer(Process process, int port, Path programs, Path directory) {
        this.process = process;
        this.port = port;
        this.programs = programs;
        this.directory = directory;
    }

    /// Starts one; skips the test where there is none.
    public static PostgresServer start() {
        var programs = programs();
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed (Debian: postgresql), so it is not tested");
        try {
            var directory = Files.createTempDirectory("ginnel-postgres");
            if (isRoot()) {
                run(List.of("chown", "postgres", directory.toString()));
            }
            var data = directory.resolve("data").toString();
            run(asUser(
                    programs.get().resolve("initdb").toString(),
                    "--auth=trust",
                    "--username=ginnel",
                    "-N",
                    "-D",
                    data));
            var port = freePort();
            var process = new ProcessBuilder(new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh")))
                    .redirectError(directory.resolve("log").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            process.command()
                    .addAll(asUser(
                            programs.get().resolve("postgres").toString(),
                            "-D",
                            data,
                            "-p",
                            Integer.toString(port),
                            "-k",
                            "",
                            "-h",
                            "127.0.0.1",
                            "-F",
                            "-c",
                            "shared_buffers=16MB",
                            "-c",
                            "max_connections=50"));
            return new PostgresServer(process.start(), port, programs.get(), directory).awaited();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A database of its own for one test.
    public Location newDatabase() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        run(List.of(programs.resolve("createdb").toString(), "-h", "127.0.0.1", "-p", "" + port, "-U", "ginnel", name));
        return Location.of("postgresql://ginnel@127.0.0.1:" + port + "/" + name, Optional.empty());
    }

    private PostgresServer awaited() {
        var ready = List.of(
                programs.resolve("pg_isready").toString(),
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-t",
                "1");
        for (int i = 0; i < 600; i++) {
            try {
                if (new ProcessBuilder(ready).start().waitFor() == 0) {
                    return this;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("PostgreSQL did not start");
    }

    private static Optional<Path> programs() {
        try (var versions = Files.newDirectoryStream(Path.of("/usr/lib/postgresql"))) {
            for (var version : versions) {
                if (Files.isExecutable(version.resolve("bin/initdb"))) {
                    return Optional.of(version.resolve("bin"));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> asUser(String... argv) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"));
        }
        command.addAll(List.of(argv));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> argv) {
        try {
            var process = new ProcessBuilder(argv).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(argv + " failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
            run(List.of("rm", "-r", directory.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
