// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.ginnel.account.ApiUrl;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;

/// Answers of the kind that the servers of other tests do not give.
class StrictClientTest {
    private static final int MOST = 1000;
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final String HOST = "api.example";

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build();

    private Received ask(Origin origin, InetAddress... addresses) throws IOException {
        var client = new StrictClient(PATIENT, _ -> List.of(addresses), List.of(certificate.certificate()));
        return client.send(origin, new BasicClassicHttpRequest("GET", "/"), MOST, PATIENT, new Progress());
    }

    private Received answered(String answer) throws IOException {
        try (var server = new RawServer(client -> client.write(answer.getBytes(US_ASCII)))) {
            return ask(new Origin(false, "127.0.0.1", server.port()));
        }
    }

    private HandshakeCertificates held() {
        return new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    }

    @Test
    void anAnswerThatIsAnnounced_isWaitedFor_butNotForEver() throws IOException {
        var announced = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
        var received = answered(announced + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Odd: a: b\r\n\r\n{}");

        assertThat(received.status()).isEqualTo(200);
        assertThat(received.header("x-odd")).contains("a: b");
        assertThat(received.body()).asString(US_ASCII).isEqualTo("{}");
        assertThatThrownBy(() -> answered(announced.repeat(10))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aBodyInChunks_isPutTogether_andOneThatBreaksOffIsNone() throws IOException {
        var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(answered(head + "3;odd=1\r\n{\"a\r\n4\r\n\":1}\r\n0\r\nX-Sum: 1\r\n\r\n")
                        .body())
                .asString(US_ASCII)
                .isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> answered(head + "5\r\n{\"a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> answered(head + "zz\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> answered(head + "fffffffffffffffff\r\n")).isInstanceOf(IOException.class);
    }

    @Test
    void aHeadWithoutEnd_isRefused() {
        var start = "HTTP/1.1 200 OK\r\n";
        var end = "Content-Length: 0\r\n\r\n";

        assertThatThrownBy(() -> answered(start + "X-Long: " + "x".repeat(20_000) + "\r\n" + end))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> answered(start + "X-Many: 1\r\n".repeat(300) + end))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> answered("\r\n".repeat(100) + start + end)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aLengthThatIsNone_isRefused() {
        var start = "HTTP/1.1 200 OK\r\n";

        for (var length : List.of("-1", "abc", "99999999999999999999", "1, 2")) {
            assertThatThrownBy(() -> answered(start + "Content-Length: " + length + "\r\n\r\n{}"))
                    .as(length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatHasNoBody_isNotWaitedFor() throws IOException {
        assertThat(answered("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n")
                        .body())
                .isEmpty();
        assertThat(answered("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n").header("ETag"))
                .contains("\"a\"");
    }

    @Test
    void whereTlsFails_anotherAddressHasItsTurn() throws IOException {
        try (var server = new MockWebServer()) {
            server.useHttps(held().sslSocketFactory());
            server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
            var here = InetAddress.getLoopbackAddress();
            server.start(here, 0);
            var there = IpLiteral.parse("127.0.0.2").orElseThrow();
            var listener = new ServerSocket(server.getPort(), 50, there);
            try (var _ = new RawServer(listener, client -> client.write("SSH-2.0-odd\r\n".getBytes(US_ASCII)))) {
                var origin = new Origin(true, HOST, server.getPort());

                assertThat(ask(origin, there, here).status()).isEqualTo(200);
                assertThatThrownBy(() -> ask(origin, there)).isInstanceOf(SSLException.class);
            }
        }
    }

    @Test
    void withoutAuthenticatedEncryption_nothingIsSaid() throws IOException {
        var factory = held().sslContext().getServerSocketFactory();
        try (var listener = (SSLServerSocket) factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            listener.setEnabledProtocols(new String[] {"TLSv1.2"});
            listener.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
            try (var server =
                    new RawServer(listener, client -> client.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII)))) {
                var origin = new Origin(true, HOST, server.port());

                assertThatThrownBy(() -> ask(origin, InetAddress.getLoopbackAddress()))
                        .isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void aHost_isNamedAsItsHeaderHasIt() {
        assertThat(new Origin(true, HOST, 443).authority()).isEqualTo(HOST);
        assertThat(new Origin(true, HOST, 8443).authority()).isEqualTo(HOST + ":8443");
        assertThat(new Origin(false, "127.0.0.1", 80).authority()).isEqualTo("127.0.0.1");
        assertThat(new Origin(true, "2001:db8::1", 443).authority()).isEqualTo("[2001:db8::1]");
        assertThat(Origin.of(URI.create("https://[2001:db8::1]:8443/a")))
                .isEqualTo(new Origin(true, "2001:db8::1", 8443));
        assertThat(Origin.of(URI.create("https://api.example/a"))).isEqualTo(new Origin(true, HOST, 443));
        assertThat(Origin.of(ApiUrl.parse("https://api.example:8443/vpn").orElseThrow()))
                .isEqualTo(new Origin(true, HOST, 8443));
    }
}
