// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.ginnel.account.ApiUrl;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Calls that break down on the way, and answers that never end.
class BreakdownsTest {
    private static final String CALL = "GET /api/servers";
    private static final byte[] GOOD_START =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"tier\":\""
                    .getBytes(US_ASCII);

    /// The first call of a JVM takes long, and the limits below are short.
    @BeforeAll
    static void warmUp() throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(Api.json(200, Samples.servers(Samples.LONDON)));
            Api.ok(Api.client(server).servers());
        }
    }

    @Test
    void whereNobodyListens_weAreOffline() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(Api.cause(Api.client(port, Api.PATIENT).servers())).isEqualTo(new ErrorCause.Offline("127.0.0.1"));
    }

    @Test
    void aNameWithoutAddress_meansOffline() {
        var transport = new ApiTransport(
                Api.PATIENT,
                List.of(),
                host -> {
                    throw new UnknownHostException(host);
                },
                InstantSource.system(),
                "ginnel-test/1");
        var client = new ApiClient(ApiUrl.parse("https://api.example").orElseThrow(), Api.KEY, transport);

        assertThat(Api.cause(client.servers())).isEqualTo(new ErrorCause.Offline("api.example"));
        assertThat(client.addresses()).isEmpty();
    }

    @Test
    void aHostThatSwallowsPackets_meansOffline() throws IOException {
        try (var deaf = new DeafServer(InetAddress.getLoopbackAddress(), 0)) {
            assertThat(Api.cause(Api.client(deaf.port(), Api.BRISK).servers()))
                    .isEqualTo(new ErrorCause.Offline("127.0.0.1"));
        }
    }

    @Test
    void aServerThatNeverAnswers_isTooSlow() throws IOException {
        var end = new CountDownLatch(1);
        try (var server = new RawServer(client -> RawServer.hold(end))) {
            assertThat(Api.cause(Api.client(server.port(), Api.BRISK).servers()))
                    .isEqualTo(new ErrorCause.ApiTooSlow(CALL, Api.BRISK.call()));
            end.countDown();
        }
    }

    @Test
    void aBodyThatDrips_isTooSlow() throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body("{" + " ".repeat(1000))
                    .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                    .build());

            assertThat(Api.cause(Api.client(server.getPort(), Api.BRISK).servers()))
                    .isEqualTo(new ErrorCause.ApiTooSlow(CALL, Api.BRISK.call()));
        }
    }

    @Test
    void aBodyWithoutEnd_isTooLargeAndHungUpOn() throws Exception {
        try (var server = new RawServer(client -> {
            client.write(GOOD_START);
            var more = new byte[65_536];
            while (true) {
                client.write(more);
            }
        })) {
            assertThat(Api.cause(Api.client(server.port(), Api.PATIENT).servers()))
                    .isEqualTo(new ErrorCause.ApiTooLarge(CALL, ApiTransport.MAX_BYTES));
            assertThat(server.wasBrokenOff()).isTrue();
        }
    }

    @Test
    void aBodyThatAnnouncesTooMuch_isNotRead() throws Exception {
        try (var server = new RawServer(client -> {
            client.write("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n".getBytes(US_ASCII));
            client.flush();
            client.write(new byte[64 * 1024 * 1024]);
        })) {
            assertThat(Api.cause(Api.client(server.port(), Api.PATIENT).servers()))
                    .isEqualTo(new ErrorCause.ApiTooLarge(CALL, ApiTransport.MAX_BYTES));
            assertThat(server.wasBrokenOff()).isTrue();
        }
    }

    @Test
    void aBodyOfExactlyTheLimit_isRead() throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            var answer = Samples.servers(Samples.LONDON);
            server.enqueue(Api.json(200, answer + " ".repeat(ApiTransport.MAX_BYTES - answer.length())));
            server.enqueue(Api.json(200, answer + " ".repeat(ApiTransport.MAX_BYTES - answer.length() + 1)));
            var client = Api.client(server);

            assertThat(Api.ok(client.servers()).servers()).hasSize(1);
            assertThat(Api.cause(client.servers())).isEqualTo(new ErrorCause.ApiTooLarge(CALL, ApiTransport.MAX_BYTES));
        }
    }

    @Test
    void aCompressedBody_isNotUnpacked() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 256; i++) {
                gzip.write(new byte[1024 * 1024 / 4]);
            }
        }
        assertThat(bomb.size()).isLessThan(ApiTransport.MAX_BYTES);
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(bomb.toByteArray()))
                    .build());

            assertThat(Api.cause(Api.client(server).servers()))
                    .isEqualTo(new ErrorCause.ApiMalformed(CALL, "200 application/json, encoded as gzip"));
        }
    }

    @Test
    void anAnswerThatBreaksOff_isMalformed() throws IOException {
        var start = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"tier\"".getBytes(US_ASCII);
        try (var server = new RawServer(client -> client.write(start))) {
            assertThat(Api.cause(Api.client(server.port(), Api.PATIENT).servers()))
                    .isEqualTo(new ErrorCause.ApiMalformed(CALL, "an answer that broke off"));
        }
    }

    @Test
    void aServerThatHangsUp_isMalformed() throws IOException {
        try (var server = new RawServer(client -> {})) {
            assertThat(Api.cause(Api.client(server.port(), Api.PATIENT).servers()))
                    .isEqualTo(new ErrorCause.ApiMalformed(CALL, "an answer that broke off"));
        }
    }

    @Test
    void aServerOfAnotherProtocol_isMalformed() throws IOException {
        try (var server = new RawServer(client -> client.write("220 mail.example ESMTP\r\n".getBytes(US_ASCII)))) {
            assertThat(Api.cause(Api.client(server.port(), Api.PATIENT).servers()))
                    .isEqualTo(new ErrorCause.ApiMalformed(CALL, "not HTTP"));
        }
    }

    @Test
    void aCallWhoseThreadIsInterrupted_isGivenUp() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = new RawServer(client -> RawServer.hold(end))) {
            var cause = new CompletableFuture<ErrorCause>();
            var interrupted = new AtomicBoolean();
            var caller = Thread.ofVirtual().start(() -> {
                var result = Api.cause(Api.client(server.port(), Api.PATIENT).servers());
                interrupted.set(Thread.currentThread().isInterrupted());
                cause.complete(result);
            });
            assertThat(server.wasCalled()).isTrue();
            caller.interrupt();

            assertThat(cause.get(10, TimeUnit.SECONDS)).isEqualTo(new ErrorCause.Superseded());
            assertThat(interrupted).isTrue();
            end.countDown();
        }
    }

    @Test
    void failures_neverCarryTheKey() throws IOException {
        try (var server =
                new RawServer(client -> client.write("\u0000".repeat(10).getBytes(US_ASCII)))) {
            assertThat(Api.client(server.port(), Api.PATIENT).servers().toString())
                    .doesNotContain(Api.KEY.reveal());
        }
    }
}
