// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.ginnel.host.FileTrouble;
import org.jspecify.annotations.Nullable;

/// The certificate authorities of one PEM file, and no others.
final class TrustedCertificates {
    private static final int MAX_BYTES = 1 << 20;

    private final X509TrustManager trust;
    private final SSLSocketFactory sockets;

    private TrustedCertificates(X509TrustManager trust, SSLSocketFactory sockets) {
        this.trust = trust;
        this.sockets = sockets;
    }

    /// Reads them.
    ///
    /// @throws IllegalArgumentException when the file holds none, with a sentence on what to do
    static TrustedCertificates read(Path pem) {
        try (var in = Files.newInputStream(pem)) {
            var bytes = in.readNBytes(MAX_BYTES);
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            for (var certificate : certificates) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IllegalArgumentException("The file " + pem + " holds no certificate. --ca takes PEM text.");
            }
            return of(store);
        } catch (IOException e) {
            throw unreadable(pem, FileTrouble.of(e), e);
        } catch (GeneralSecurityException e) {
            throw unreadable(pem, e.getMessage(), e);
        }
    }

    private static IllegalArgumentException unreadable(Path pem, @Nullable String why, Exception e) {
        return new IllegalArgumentException(
                "The certificates in " + pem + " cannot be read (" + why + "). --ca takes PEM text.", e);
    }

    private static TrustedCertificates of(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var trust = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return new TrustedCertificates(trust, context.getSocketFactory());
    }

    X509TrustManager trust() {
        return trust;
    }

    SSLSocketFactory sockets() {
        return sockets;
    }
}
