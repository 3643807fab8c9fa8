// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our own library for Unix sockets, compiled here and held against the JDK's channels.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a call in C hears no interrupt
class SystemWireTest {
    private static final Path SOURCE = Path.of("src/main/c/ginnelsocket.c");
    private static final Executor EACH_ITS_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);
    private static final Path COMPILER = Path.of("/usr/bin/cc");

    @TempDir
    static Path directory;

    private Path socket;
    private ServerSocketChannel server;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(COMPILER), "no C compiler here: install gcc and libc6-dev to test the library");
        var library = directory.resolve("libginnelsocket.so");
        var headers = Path.of(System.getProperty("java.home"), "include");
        var compiler = new ProcessBuilder(
                        COMPILER.toString(),
                        "-O2",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-fPIC",
                        "-shared",
                        "-I" + headers,
                        "-I" + headers.resolve("linux"),
                        "-o",
                        library.toString(),
                        SOURCE.toString())
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();
        System.setProperty(SystemSocket.LIBRARY, library.toString());
        assertThat(SystemSocket.isThere()).isTrue();
    }

    @BeforeEach
    void listen() throws IOException {
        socket = directory.resolve("s" + System.nanoTime());
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    @AfterEach
    void hangUp() throws IOException {
        server.close();
    }

    @Test
    void everyByte_comesBackInOrder() throws Exception {
        var sent = new byte[1_000_000];
        new Random(7).nextBytes(sent);
        var echo = CompletableFuture.supplyAsync(this::echo, EACH_ITS_THREAD);
        try (var wire = Wire.connect(socket)) {
            assertThat(wire).isInstanceOf(SystemWire.class);
            var sending = CompletableFuture.runAsync(() -> send(wire, sent), EACH_ITS_THREAD);

            assertThat(wire.in().readNBytes(sent.length)).isEqualTo(sent);
            sending.get();
        }
        assertThat(echo.get()).isEqualTo(sent.length);
    }

    @Test
    void theOthersEnd_isTheEnd() throws IOException {
        try (var wire = Wire.connect(socket)) {
            server.accept().close();

            assertThat(wire.in().read()).isEqualTo(-1);
        }
    }

    @Test
    void closing_endsWhatWaits() throws Exception {
        var wire = Wire.connect(socket);
        var begun = new CountDownLatch(1);
        var reading = CompletableFuture.supplyAsync(
                () -> {
                    begun.countDown();
                    return read(wire);
                },
                EACH_ITS_THREAD);
        begun.await();
        wire.close();

        assertThat(reading.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        assertThatThrownBy(() -> wire.in().read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> wire.out().write(1)).isInstanceOf(IOException.class);
        wire.close();
    }

    @Test
    void whoHangsUp_breaksTheWritingAndNotTheProcess() throws IOException {
        try (var wire = Wire.connect(socket)) {
            server.accept().close();

            assertThatThrownBy(() -> wire.out().write(new byte[1 << 20])).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aConversationThatAnotherBegan_goesOn() throws Exception {
        var codec = new ControlCodec();
        var answer = new Reply.Servers(List.of(), 7, Optional.empty());
        var asked = CompletableFuture.supplyAsync(() -> answered(codec, answer), EACH_ITS_THREAD);
        var descriptor = SystemSocket.connect(socket.toString().getBytes(StandardCharsets.UTF_8));
        var began = new DataOutputStream(Wire.of(descriptor).out());
        codec.write(began, new Request.Hello(ControlCodec.VERSION, "another"), ControlCodec.MAX_REQUEST_BYTES);
        codec.write(began, new Request.ListServers(false, false), ControlCodec.MAX_REQUEST_BYTES);

        try (var client = ControlClient.takeOver(socket, descriptor)) {
            assertThat(client.welcome().daemon()).isEqualTo("a daemon");
            assertThat(client.reply(Duration.ofSeconds(20))).contains(answer);
            assertThat(client.call(new Request.ListServers(true, false))).isEqualTo(answer);
        }
        assertThat(asked.get()).isEqualTo(3);
    }

    /// Serves one caller until it hangs up.
    ///
    /// @return how many requests it had, hello included
    private int answered(ControlCodec codec, Reply answer) {
        var requests = 0;
        try (var caller = server.accept()) {
            var in = new DataInputStream(Channels.newInputStream(caller));
            var out = new DataOutputStream(Channels.newOutputStream(caller));
            while (true) {
                var hello = codec.read(in, Request.class, ControlCodec.MAX_REQUEST_BYTES) instanceof Request.Hello;
                requests++;
                codec.write(
                        out,
                        hello ? new Reply.Welcome(ControlCodec.VERSION, "a daemon", true) : answer,
                        ControlCodec.MAX_REPLY_BYTES);
            }
        } catch (IOException _) {
            return requests;
        }
    }

    @Test
    void whatIsNoSocket_isRefused() {
        for (var path : new String[] {"/nonexistent/s", "/" + "x".repeat(300), "/etc/passwd", "", "/tmp/a\0b"}) {
            assertThatThrownBy(() -> SystemWire.connect(path)).isInstanceOf(IOException.class);
        }
    }

    private int echo() {
        try (var caller = server.accept()) {
            return Math.toIntExact(Channels.newInputStream(caller).transferTo(Channels.newOutputStream(caller)));
        } catch (IOException _) {
            return -1;
        }
    }

    private static void send(Wire wire, byte[] bytes) {
        try {
            wire.out().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int read(Wire wire) {
        try {
            return wire.in().read();
        } catch (IOException _) {
            return -1;
        }
    }
}
