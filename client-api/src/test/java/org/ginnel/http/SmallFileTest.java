// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.ginnel.http.SmallFile.Read;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that says what it should, and those that do not.
class SmallFileTest {
    private static final int MOST = 1000;
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final MockWebServer server = new MockWebServer();
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @BeforeEach
    void start() throws IOException {
        var tls =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server.useHttps(tls.sslSocketFactory());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static MockResponse.Builder answer(int code, String body) {
        return new MockResponse.Builder().code(code).body(body);
    }

    private SmallFile file(Duration limit, List<X509Certificate> trusted) {
        return new SmallFile(
                URI.create("https://localhost:" + server.getPort() + "/releases/announcement"), MOST, limit, trusted);
    }

    private Read read(MockResponse.Builder answer) {
        server.enqueue(answer.build());
        return file(PATIENT, List.of(certificate.certificate())).read();
    }

    private static String why(Read read) {
        return ((Read.Failed) read).why();
    }

    @Test
    void aFile_isReadWhole_andTheQuestionTellsNobodyApart() throws InterruptedException {
        var read = read(answer(200, "x".repeat(MOST)));

        assertThat(((Read.Whole) read).bytes()).hasSize(MOST).containsOnly('x');
        var asked = server.takeRequest();
        assertThat(asked.getUrl().encodedPath()).isEqualTo("/releases/announcement");
        assertThat(asked.getHeaders().names())
                .containsExactlyInAnyOrder("User-Agent", "Accept-Encoding", "Host", "Connection");
        assertThat(asked.getHeaders().get("User-Agent")).isEqualTo("ginnel");
    }

    @Test
    void whatIsTooLarge_isNotRead_whateverItSaysOfItsLength() {
        assertThat(why(read(answer(200, "x".repeat(MOST + 1))))).contains("more than 1000");
        var endless = new Buffer().writeUtf8("x".repeat(100 * MOST));
        assertThat(why(read(new MockResponse.Builder().chunkedBody(endless, 100))))
                .contains("more than 1000");
    }

    @Test
    void anotherStatus_isNoFile_andNobodyIsFollowed() {
        assertThat(why(read(answer(404, "gone")))).isEqualTo("status 404");
        assertThat(why(read(answer(204, "")))).isEqualTo("status 204");
        var elsewhere = answer(302, "").setHeader("Location", "http://localhost:" + server.getPort() + "/other");
        assertThat(why(read(elsewhere))).isEqualTo("status 302");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aServerThatHangsUp_isNotAskedAgain() {
        assertThat(read(answer(200, "half of it")
                        .setHeader("Content-Length", "900")
                        .onResponseEnd(new SocketEffect.CloseSocket())))
                .isInstanceOf(Read.Failed.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aServerThatDripsIt_isGivenUp() {
        server.enqueue(answer(200, "x".repeat(500))
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());
        var brisk = file(Duration.ofMillis(700), List.of(certificate.certificate()));

        assertThat(brisk.read()).isInstanceOf(Read.Failed.class);
    }

    @Test
    void whoIsNotVouchedFor_isNotAsked() {
        server.enqueue(answer(200, "trust me").build());

        assertThat(file(PATIENT, List.of()).read()).isInstanceOf(Read.Failed.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whoWaits_canBeCalledOff() throws InterruptedException {
        server.enqueue(answer(200, "late").headersDelay(1, TimeUnit.HOURS).build());
        var read = new AtomicReference<Read>();
        var waiting = Thread.ofVirtual()
                .start(() -> read.set(file(Duration.ofHours(2), List.of(certificate.certificate()))
                        .read()));
        server.takeRequest();
        waiting.interrupt();

        assertThat(waiting.join(PATIENT)).isTrue();
        assertThat(read.get()).isInstanceOf(Read.Failed.class);
    }

    @Test
    void whatIsNotHttps_isNoAddress() {
        for (var address : List.of("http://localhost/a", "file:///etc/passwd", "https:nothing", "/a")) {
            assertThatThrownBy(() -> new SmallFile(URI.create(address), MOST, PATIENT, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
