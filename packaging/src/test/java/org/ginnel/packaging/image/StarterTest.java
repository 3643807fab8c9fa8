// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Request;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;
import org.ginnel.relay.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `ginnel-start`, compiled here, with a script in the place of the JVM and a socket in the place of the daemon's.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StarterTest {
    private static final Path COMPILER = Path.of("/usr/bin/cc");

    @TempDir
    static Path directory;

    private static Path starter;
    private static Path jvm;

    private Path socket;
    private ServerSocketChannel daemon;

    @BeforeAll
    static void compile() throws IOException {
        assumeTrue(Files.isExecutable(COMPILER), "no C compiler here: install gcc and libc6-dev to test the starter");
        Files.writeString(directory.resolve("frames.h"), NativeCode.frames());
        starter = directory.resolve("ginnel-start");
        Command.run(
                COMPILER.toString(),
                "-Wall",
                "-Wextra",
                "-Werror",
                "-I" + directory,
                "-o",
                starter.toString(),
                "../client-cli/src/main/c/ginnelstart.c");
        jvm = directory.resolve("jvm");
        // What it was given, and whether the descriptor it was told of is a socket.
        Files.writeString(jvm, """
                #!/bin/sh
                printf '%s\\n' "$@"
                case $1 in -Dginnel.asked=*) readlink /proc/self/fd/${1#*=} | sed 's/:.*//' ;; esac
                """);
        Files.setPosixFilePermissions(jvm, PosixFilePermissions.fromString("rwx------"));
    }

    @BeforeEach
    void listen() throws IOException {
        socket = directory.resolve("s" + System.nanoTime());
        daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        daemon.configureBlocking(false);
    }

    @AfterEach
    void hangUp() throws IOException {
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({
        "connect --wait,",
        "connect --fastest --wait,",
        "connect --wait --fastest,",
        "connect eu-west-1 --wait,eu-west-1",
        "connect --wait EU1,EU1",
    })
    void aPlainConnect_isAskedForFirst(String line, String id) throws Exception {
        var said = started(socket, line);

        var target = id == null ? new Target.Fastest() : new Target.Chosen(id);
        assertThat(requests())
                .containsExactly(
                        new Request.Hello(ControlCodec.VERSION, "ginnel " + Version.OURS),
                        new Request.Connect(target, true));
        assertThat(said.getFirst()).startsWith("-Dginnel.asked=");
        assertThat(said.getLast()).isEqualTo("socket");
        assertThat(said.subList(1, said.size() - 1)).containsExactlyElementsOf(words("-Xint Main " + line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status",
                "connect",
                "connect eu-west-1",
                "connect Frankfurt --wait",
                "connect --wait --timeout 3s",
                "connect --wait --socket /run/other",
                "connect --wait --wait",
                "connect eu-west-1 --fastest --wait",
                "connect eu-west-1 eu-west-2 --wait",
                "connect eu-west-1\" --wait",
                "connect -1 --wait",
                "connect --wait --help",
                "disconnect --wait",
                "connect 1234567890123456789012345678901234567890123456789012345678901234x --wait",
            })
    void whateverElse_isLeftToTheCommandLine(String line) throws Exception {
        var said = started(socket, line);

        assertThat(daemon.accept()).isNull();
        assertThat(said).containsExactlyElementsOf(words("-Xint Main " + line));
    }

    @Test
    void withoutADaemon_theCommandLineSaysSo() throws Exception {
        var said = started(directory.resolve("nobody"), "connect --wait");

        assertThat(said).containsExactly("-Xint", "Main", "connect", "--wait");
    }

    @Test
    void aPathThatIsTooLong_isLeftToTheCommandLine() throws Exception {
        var said = started(directory.resolve("a".repeat(200)), "connect --wait");

        assertThat(said).containsExactly("-Xint", "Main", "connect", "--wait");
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" ", -1));
    }

    private static List<String> started(Path socket, String line) throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of(starter.toString(), "3", jvm.toString()));
        argv.addAll(words("-Xint Main " + line));
        var builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().put("GINNEL_SOCKET", socket.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    private List<Request> requests() throws IOException {
        try (var connection = daemon.accept();
                var in = new DataInputStream(Channels.newInputStream(connection))) {
            var codec = new ControlCodec();
            var first = codec.read(in, Request.class, ControlCodec.MAX_REQUEST_BYTES);
            var second = codec.read(in, Request.class, ControlCodec.MAX_REQUEST_BYTES);
            assertThat(in.read()).isEqualTo(-1);
            return List.of(first, second);
        }
    }
}
