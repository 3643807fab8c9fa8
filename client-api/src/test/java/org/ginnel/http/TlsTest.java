// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.ginnel.account.ApiUrl;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.ApiUntrusted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String HOST = "api.example";

    private final MockWebServer server = new MockWebServer();
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aHostThatAnAddedAuthorityVouchesFor_isTrusted(@TempDir Path scratch) throws Exception {
        serve(leaf().addSubjectAlternativeName(HOST).build());
        server.enqueue(Api.json(200, Samples.servers(Samples.LONDON)));
        var pem = Files.writeString(scratch.resolve("ca.pem"), "# ours\n" + authority.certificatePem());

        assertThat(Api.ok(client(Authorities.read(pem)).servers()).servers()).hasSize(1);
        var handshake = server.takeRequest().getHandshake();
        assertThat(handshake).isNotNull();
        assertThat(handshake.tlsVersion().javaName()).isEqualTo("TLSv1.3");
    }

    @Test
    void aHostOfAnUnknownAuthority_isNot() throws IOException {
        serve(leaf().addSubjectAlternativeName(HOST).build());

        assertThat(Api.cause(client(List.of()).servers()))
                .isEqualTo(new ApiUntrusted(HOST, "certificate of an unknown authority"));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCertificateOfAnotherHost_isNotTrusted() throws IOException {
        serve(leaf().addSubjectAlternativeName("other.example").build());

        assertThat(Api.cause(client(List.of(authority.certificate())).servers()))
                .isEqualTo(new ApiUntrusted(HOST, "certificate of another host"));
    }

    @Test
    void anExpiredCertificate_isNotTrusted() throws IOException {
        serve(leaf().addSubjectAlternativeName(HOST).validityInterval(0, 1000).build());

        assertThat(Api.cause(client(List.of(authority.certificate())).servers()))
                .isEqualTo(new ApiUntrusted(HOST, "certificate expired"));
    }

    @Test
    void aCallThatIsStuck_holdsUpNoOther() throws Exception {
        serve(leaf().addSubjectAlternativeName(HOST).build());
        var answer = Api.json(200, "{\"address\":\"198.51.100.4\"}");
        server.enqueue(answer.newBuilder().headersDelay(1, TimeUnit.HOURS).build());
        server.enqueue(answer);
        var client = client(List.of(authority.certificate()));

        var stuck = Thread.ofVirtual().start(client::whoami);
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
        Api.ok(client.whoami());

        assertThat(server.takeRequest().getConnectionIndex()).isEqualTo(1);
        stuck.interrupt();
        assertThat(stuck.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aCertificateOfTheFuture_isNotTrusted() throws IOException {
        var start = System.currentTimeMillis() + 86_400_000L;
        serve(leaf().addSubjectAlternativeName(HOST)
                .validityInterval(start, start + 86_400_000L)
                .build());

        assertThat(Api.cause(client(List.of(authority.certificate())).servers()))
                .isEqualTo(new ApiUntrusted(HOST, "certificate not yet valid"));
    }

    @Test
    void aServerWithoutTls_isNotTrusted() throws IOException {
        var refusal = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII);
        try (var plain = new RawServer(client -> client.write(refusal))) {
            assertThat(Api.cause(client(plain.port(), Api.PATIENT, List.of()).servers()))
                    .isEqualTo(new ApiUntrusted(HOST, "no TLS"));
        }
    }

    @Test
    void aServerThatHangsUpOnTls_isNotTrusted() throws IOException {
        try (var rude = new RawServer(client -> {})) {
            assertThat(Api.cause(client(rude.port(), Api.PATIENT, List.of()).servers()))
                    .isInstanceOf(ApiUntrusted.class);
        }
    }

    @Test
    void aServerThatStallsInTls_isTooSlow() throws Exception {
        var end = new CountDownLatch(1);
        try (var silent = new RawServer(client -> RawServer.hold(end))) {
            var client = client(silent.port(), Api.BRISK, List.of());

            assertThat(Api.cause(client.servers()))
                    .isEqualTo(new ErrorCause.ApiTooSlow("GET /api/servers", Api.BRISK.call()));
            end.countDown();
        }
    }

    @Test
    void aFileThatHoldsNoCertificate_isRefused(@TempDir Path scratch) throws IOException {
        var empty = Files.writeString(scratch.resolve("empty.pem"), "");
        var junk = Files.writeString(scratch.resolve("junk.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        var large = Files.write(scratch.resolve("large.pem"), new byte[1024 * 1024 + 1]);

        for (var file : List.of(empty, junk, large, scratch.resolve("absent.pem"))) {
            assertThatThrownBy(() -> Authorities.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private HeldCertificate.Builder leaf() {
        return new HeldCertificate.Builder().signedBy(authority);
    }

    private void serve(HeldCertificate certificate) throws IOException {
        var tls =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server.useHttps(tls.sslSocketFactory());
        server.start();
    }

    private ApiClient client(List<X509Certificate> extra) {
        return client(server.getPort(), Api.PATIENT, extra);
    }

    private static ApiClient client(int port, Timeouts timeouts, List<X509Certificate> extra) {
        var transport = new ApiTransport(
                timeouts,
                extra,
                host -> List.of(InetAddress.getLoopbackAddress()),
                InstantSource.system(),
                "ginnel-test/1");
        return new ApiClient(new ApiUrl(true, HOST, port, ""), Api.KEY, transport);
    }
}
