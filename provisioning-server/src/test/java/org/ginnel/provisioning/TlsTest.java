// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.ginnel.provisioning.http.TlsException;
import org.ginnel.provisioning.http.TlsKeystore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

    @TempDir
    private Path directory;

    private Path keystore;

    @BeforeEach
    void writeKeystore() throws IOException, GeneralSecurityException {
        keystore = directory.resolve("server.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", certificate.keyPair().getPrivate(), PASSWORD, new Certificate[] {certificate.certificate()});
        try (var out = Files.newOutputStream(keystore)) {
            store.store(out, PASSWORD);
        }
    }

    private TestServer start(char[] password) {
        return TestServer.start(TestServer.settings(directory).withTls(new TlsKeystore(keystore, password)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void bothVersions_areServedWithTheOperatorsCertificate(String version) throws IOException {
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (var server = start(PASSWORD);
                var socket = (SSLSocket) trust.sslSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setSoTimeout(20_000);
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(exchange(socket)).startsWith("HTTP/1.1 200").contains("healthy");
        }
    }

    @Test
    void plainHttp_isNotServedBeside() throws IOException {
        try (var server = start(PASSWORD);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);

            assertThat(exchange(socket)).doesNotContain("healthy");
        }
    }

    private static String exchange(Socket socket) throws IOException {
        var request = "GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void administrationFromElsewhere_takesAnAuthorityOfTheOperatorsOwn_onlyWhenItIsNamed() throws IOException {
        var authority = Files.writeString(directory.resolve("ca.pem"), certificate.certificatePem());
        try (var server = start(PASSWORD)) {
            assertThat(login(server, "--ca", authority.toString())).contains("The service refused it (401)");
            assertThat(login(server)).contains("The service cannot be reached");
            assertThat(login(server, "--ca", keystore.toString())).contains("It takes a PEM file");
        }
    }

    /// What is said to somebody whose token is wrong.
    private String login(TestServer server, String... more) throws IOException {
        var token = Files.writeString(directory.resolve("token"), "gk_no");
        var errors = new StringWriter();
        var line = Commands.line(
                _ -> Optional.empty(), new ByteArrayInputStream("123456\n".getBytes(StandardCharsets.US_ASCII)));
        line.setErr(new PrintWriter(errors, true));
        var words = new ArrayList<>(
                List.of("login", "--api", "https://127.0.0.1:" + server.port(), "--token-file", token.toString()));
        words.addAll(List.of(more));
        assertThat(line.execute(words.toArray(String[]::new))).isEqualTo(1);
        return errors.toString();
    }

    @Test
    void wrongPassword_isRefusedWithASentenceThatDoesNotRepeatIt_andLeavesTheDatabaseFree() {
        assertThatThrownBy(() -> start("wrong donkey".toCharArray()))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("server.p12")
                .hasMessageContaining("Check the path, the password")
                .message()
                .doesNotContain("donkey");
        start(PASSWORD).close();
    }
}
