// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts whom another trusts, and tells a good certificate of another host from one that is not trusted at all, which
/// Java's own exceptions do not.
final class HostTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;

    /// A certificate that is trusted, and vouches for another host than was asked.
    static final class OtherHostException extends CertificateException {
        private static final long serialVersionUID = 1L;

        private OtherHostException(CertificateException cause) {
            super("certificate of another host", cause);
        }
    }

    HostTrust(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            trust.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            // Asked again without the host, it throws what else is wrong.
            trust.checkServerTrusted(chain, type);
            throw new OtherHostException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
