// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A device that answers what it should not.
class UapiSocketTest {
    @TempDir
    private Path directory;

    private static final String QUESTION = "get=1\n\n";

    private ServerSocketChannel listener;

    @BeforeEach
    void listen() throws IOException {
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(directory.resolve("x.sock")));
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private List<String> ask(String answer, boolean thenClose) throws IOException {
        var server = Thread.ofVirtual().start(() -> answer(answer, thenClose));
        var lines = new ArrayList<String>();
        try {
            new UapiSocket(directory.resolve("x.sock"), Duration.ofMillis(400))
                    .ask(QUESTION, (key, value) -> lines.add(key + "=" + value));
        } finally {
            server.interrupt();
        }
        return lines;
    }

    private void answer(String text, boolean thenClose) {
        try (var channel = listener.accept()) {
            var hold = ByteBuffer.allocate(1024);
            while (hold.position() < QUESTION.length() && channel.read(hold) >= 0) {
                assertThat(hold.hasRemaining()).isTrue();
            }
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            while (!thenClose && channel.read(hold.clear()) >= 0) {
                assertThat(hold).isNotNull();
            }
        } catch (IOException e) {
            return; // the other side gave up, as it should
        }
    }

    @Test
    void privateKey_neverLeavesTheBuffer() throws IOException {
        assertThat(ask("private_key=" + "ab".repeat(32) + "\nlisten_port=1\nerrno=0\n\n", true))
                .containsExactly("listen_port=1", "errno=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "listen_port=1\n", "listen_port=1\nerrno=0\n", "errno=1\n\n", "nonsense\n\n", "=x\n\n"})
    void answer_thatIsCutOffOrWrong_isAnError(String answer) {
        assertThatThrownBy(() -> ask(answer, true)).isInstanceOf(IOException.class);
    }

    @Test
    void answer_ofOneEndlessLine_isCutShort() {
        assertThatThrownBy(() -> ask("x".repeat(5000), true)).hasMessageContaining("1024 bytes");
    }

    @Test
    void device_thatNeverAnswers_isGivenUp() {
        assertThatThrownBy(() -> ask("listen_port=1\n", false)).isInstanceOf(IOException.class);
    }
}
