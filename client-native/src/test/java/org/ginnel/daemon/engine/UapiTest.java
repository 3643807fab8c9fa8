// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class UapiTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path directory;

    private Path path;
    private ServerSocketChannel server;

    UapiTest() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        path = Path.of("unset");
    }

    @BeforeEach
    void listen() throws IOException {
        path = directory.resolve("x.sock");
        server.bind(UnixDomainSocketAddress.of(path));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void ask_answerInPieces_isReadWhole() throws IOException {
        try (var uapi = Uapi.connect(path);
                var engine = server.accept()) {
            say(engine, "a=1\n");
            say(engine, "errno=0\n\n");
            assertThat(uapi.ask("get=1\n\n", SHORT)).isEqualTo("a=1\nerrno=0\n\n");
        }
    }

    @Test
    void ask_silentEngine_failsAtTheLimit() throws IOException {
        try (var uapi = Uapi.connect(path);
                var engine = server.accept()) {
            assertThat(engine.isOpen()).isTrue();
            assertThatThrownBy(() -> uapi.ask("get=1\n\n", SHORT)).hasMessageContaining("in time");
        }
    }

    @Test
    void ask_engineThatEnds_fails() throws IOException {
        try (var uapi = Uapi.connect(path)) {
            server.accept().close();
            assertThatThrownBy(() -> uapi.ask("get=1\n\n", SHORT)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void ask_endlessAnswer_failsAtOneMebibyte() throws IOException {
        try (var uapi = Uapi.connect(path);
                var engine = server.accept()) {
            var flood = Thread.ofPlatform().daemon().start(() -> flood(engine));
            assertThatThrownBy(() -> uapi.ask("get=1\n\n", Duration.ofSeconds(10)))
                    .hasMessageContaining("1 MiB");
            assertThat(flood.isAlive()).isTrue();
        }
    }

    @Test
    void awaitEnd_tellsAnEndFromSilence() throws IOException {
        try (var uapi = Uapi.connect(path)) {
            var engine = server.accept();
            assertThat(uapi.awaitEnd(SHORT)).isFalse();
            engine.close();
            assertThat(uapi.awaitEnd(SHORT)).isTrue();
        }
    }

    @Test
    void isServed_staleFile_isFalse() throws IOException {
        assertThat(Uapi.isServed(path)).isTrue();
        server.close();
        assertThat(path).exists();
        assertThat(Uapi.isServed(path)).isFalse();
    }

    private static void say(SocketChannel channel, String text) throws IOException {
        channel.write(StandardCharsets.US_ASCII.encode(text));
    }

    private static void flood(SocketChannel engine) {
        try {
            while (engine.write(ByteBuffer.allocate(1 << 16)) >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // The client had enough.
        }
    }
}
