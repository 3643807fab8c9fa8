// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator reads in the log when the service is not reached: one line, and what to do.
class HttpProvisioningTest {
    @TempDir
    private Path directory;

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private String whyPollingFails(String certificateHost, boolean known) throws IOException {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(certificateHost)
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        var ca = Files.writeString(directory.resolve("ca.pem"), certificate.certificatePem());
        return why("https://127.0.0.1:" + server.getPort(), known ? Optional.of(ca) : Optional.empty());
    }

    private static String why(String api, Optional<Path> ca) {
        var token = new Token("a".repeat(40));
        try (var provisioning = new HttpProvisioning(ApiAddress.parse(api, false), "eu-west-1", token, ca)) {
            var failure = catchThrowableOfType(LinkException.class, () -> provisioning.poll(Optional.empty()));
            assertThat(failure).isNotNull();
            var message = String.valueOf(failure.getMessage());
            assertThat(message).hasLineCount(1);
            return message;
        }
    }

    @Test
    void certificateOfAnotherHost_isCalledThat() throws IOException {
        assertThat(whyPollingFails("vpn.example.com", true)).contains("certificate of another host", "--api");
    }

    @Test
    void certificateOfAnUnknownAuthority_isCalledThat() throws IOException {
        assertThat(whyPollingFails("127.0.0.1", false)).contains("certificate of an unknown authority", "--ca");
    }

    @Test
    void serviceThatIsNotThere_isNotReached() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        var port = server.getPort();
        server.close();

        assertThat(why("https://127.0.0.1:" + port, Optional.empty())).contains("cannot be reached", "127.0.0.1");
    }
}
