// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whom we trust to vouch for an API's host: the certificate authorities that come with Java, and those that the
/// owner of this machine adds.
public final class Authorities {
    private static final int MAX_BYTES = 1024 * 1024;

    private Authorities() {}

    /// The certificates of a PEM file of at most 1 MiB.
    ///
    /// @throws IOException when the file cannot be read, is too large, or holds no certificate
    public static List<X509Certificate> read(Path pem) throws IOException {
        try (var in = Files.newInputStream(pem)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(pem + " is larger than " + MAX_BYTES + " bytes");
            }
            var certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new IOException(pem + " holds no certificate");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IOException(pem + " holds something that is no certificate", e);
        }
    }

    /// Trusts the system's authorities and `extra`.
    public static X509TrustManager including(List<X509Certificate> extra) {
        try {
            if (extra.isEmpty()) {
                return trusting(null);
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var certificate : trusting(null).getAcceptedIssuers()) {
                store.setCertificateEntry("system-" + number++, certificate);
            }
            for (var certificate : extra) {
                store.setCertificateEntry("extra-" + number++, certificate);
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime has no usable TLS", e);
        }
    }

    /// Makes TLS sockets that trust as `trust` does.
    public static SSLSocketFactory sockets(X509TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no usable TLS", e);
        }
    }

    /// Trusts what is in a store.
    ///
    /// @param store null for the system's
    private static HostTrust trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .map(HostTrust::new)
                .findFirst()
                .orElseThrow();
    }
}
