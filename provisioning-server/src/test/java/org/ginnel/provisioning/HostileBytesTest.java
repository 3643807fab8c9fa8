// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that no client sends, on a real socket. After each, the server still serves.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBytesTest {
    private static final String AUTH = "Host: x\r\nX-API-Key: " + key("testuser", "pro") + "\r\n";
    private static final String JSON = AUTH + "Content-Type: application/json\r\n";

    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void stillServes() {
        assertThat(server.get("/api/health").status()).isEqualTo(200);
    }

    /// Everything the server says until it closes the connection or is silent for long.
    private String send(String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void expectJsonProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/json")
                .contains("{\"error\":")
                .contains("\"status\":" + status)
                .doesNotContain("Exception")
                .doesNotContain("io.helidon")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n",
                "POST /api/provision HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/provision HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
            })
    void bytesThatAreNoHttp_areAnsweredInJsonAndTheConnectionEnds(String bytes) throws IOException {
        expectJsonProblem(send(bytes), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000",
            })
    void bytesOfAnotherProtocol_endTheConnectionWithoutAWord(String bytes) throws IOException {
        assertThat(send(bytes + "\r\n\r\n")).isEmpty();
    }

    @Test
    void headersWithoutEnd_areCutShort() throws IOException {
        var answer = send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error\"");
    }

    @Test
    void bodyThatAnnouncesTooMuch_isNotWaitedFor() throws IOException {
        var started = System.nanoTime();

        expectJsonProblem(send("POST /api/provision HTTP/1.1\r\n" + JSON + "Content-Length: 99999999999\r\n\r\n"), 413);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void chunksWithoutEnd_areCutShort() throws IOException {
        var chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";

        expectJsonProblem(
                send("POST /api/provision HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(5)),
                413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n", "ffffffffffffffff\r\n{}"})
    void chunksThatAreWrong_areARefusal(String chunks) throws IOException {
        var answer = send("POST /api/provision HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error\"").doesNotContain("Exception");
    }

    @Test
    void bodyThatNeverArrives_endsTheConnectionInSeconds() throws IOException {
        var started = System.nanoTime();

        assertThat(send("POST /api/provision HTTP/1.1\r\n" + JSON + "Content-Length: 10\r\n\r\n{"))
                .isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(15));
    }

    @Test
    void badKeyWithABodyThatNeverArrives_isRefusedAtOnce() throws IOException {
        var started = System.nanoTime();

        var answer = send("POST /api/provision HTTP/1.1\r\nHost: x\r\nX-API-Key: x\r\nContent-Length: 10\r\n\r\n");

        expectJsonProblem(answer, 401);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void lineFeedsInPathAndKey_reachNoLogAndNoHeader() throws IOException {
        var answer = send("GET /%0d%0aX-Evil:%201 HTTP/1.1\r\n" + AUTH + "Connection: close\r\n\r\n");

        expectJsonProblem(answer, 404);
        assertThat(answer).doesNotContain("X-Evil");
    }
}
