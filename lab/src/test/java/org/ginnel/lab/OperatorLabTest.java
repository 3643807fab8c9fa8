// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.operator.Impostor;
import org.ginnel.lab.operator.Operator;
import org.ginnel.lab.program.Programs;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The operator of the lab is a real one: what it promises to a client over HTTPS is true on the gateway.
class OperatorLabTest {
    private static Lab lab;
    private static Operator operator;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabPlan.DEFAULT.withGhosts(497));
        operator = Operator.start(lab, Programs.ofThisCheckout());
    }

    @AfterAll
    static void close() throws IOException {
        lab.close();
    }

    @Test
    void servers_areTheGatewaysOfTheTier() throws IOException {
        assertThat(get("/api/servers", operator.key("alice", "pro")))
                .startsWith("200 ")
                .contains(
                        "nl-ams-1",
                        "de-fra-1",
                        "jp-tyo-1",
                        lab.gateway("gw3").addresses().endpoint4());
        assertThat(get("/api/servers", operator.key("alice", "basic")))
                .startsWith("200 ")
                .contains("nl-ams-1", "de-fra-1")
                .doesNotContain("jp-tyo-1");
        assertThat(get("/api/servers", "alice_pro_0000000000000000")).startsWith("401 ");
    }

    @Test
    void ghosts_areListedForMeasuring() throws IOException {
        assertThat(get("/api/servers", operator.key("alice", "pro")))
                .contains("\"ghost-497\"", "\"198.19.1.1\"", "\"198.19.2.166\"")
                .doesNotContain("ghost-498");
    }

    @Test
    void provisionedPeer_isOnTheGatewayWhenTheAnswerComes() throws IOException {
        var key = PrivateKey.generate(new SecureRandom()).publicKey();
        var wish = "{\"server_id\":\"de-fra-1\",\"public_key\":\"" + key.base64() + "\"}";
        assertThat(call("/api/provision", operator.key("bob", "pro"), Optional.of(wish)))
                .startsWith("200 ")
                .contains(lab.gateway("gw2").publicKey().base64());
        assertThat(lab.gateway("gw2").peers())
                .anySatisfy(peer -> assertThat(peer.key()).isEqualTo(key));
        assertThat(lab.gateway("gw1").peers()).isEmpty();
    }

    @Test
    void api_canBeTakenAwayImpersonatedAndBroughtBack() throws IOException {
        operator.stopApi();
        assertThatThrownBy(() -> get("/api/health", "")).isInstanceOf(ConnectException.class);
        try (var _ = new Impostor(lab, operator, Impostor.always(502, "text/html", "<h1>Bad gateway</h1>"))) {
            assertThat(get("/api/health", "")).isEqualTo("502 <h1>Bad gateway</h1>");
        }
        operator.startApi();
        assertThat(get("/api/health", "")).startsWith("200 ").contains("healthy");
    }

    private static String get(String path, String key) throws IOException {
        return call(path, key, Optional.empty());
    }

    /// Status and body of the answer to a call from the client's network. By address: its resolver is not this
    /// JVM's.
    private static String call(String path, String key, Optional<String> json) throws IOException {
        return lab.client().machine().inNetwork(() -> {
            var call = (HttpsURLConnection)
                    URI.create("https://" + Addresses.API4 + path).toURL().openConnection();
            call.setSSLSocketFactory(trusting());
            call.setReadTimeout(10_000);
            call.setRequestProperty("X-API-Key", key);
            call.setRequestProperty("Connection", "close");
            if (json.isPresent()) {
                call.setDoOutput(true);
                call.setRequestProperty("Content-Type", "application/json");
                call.getOutputStream().write(json.get().getBytes(StandardCharsets.UTF_8));
            }
            var status = call.getResponseCode();
            try (var body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                return status + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    private static SSLSocketFactory trusting() throws IOException {
        try (var pem = Files.newInputStream(lab.client().machine().etc().resolve("ginnel/ca.pem"))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "api", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
