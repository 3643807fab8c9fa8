// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Why a host is not believed to be who it says, in a few words on one line.
public final class Distrust {
    private Distrust() {}

    /// The reason; empty when a call failed for another one.
    public static Optional<String> of(IOException failure) {
        if (isOrComesFrom(failure, CertificateExpiredException.class)) {
            return Optional.of("certificate expired");
        }
        if (isOrComesFrom(failure, CertificateNotYetValidException.class)) {
            return Optional.of("certificate not yet valid");
        }
        if (isOrComesFrom(failure, HostTrust.OtherHostException.class)
                || isOrComesFrom(failure, SSLPeerUnverifiedException.class)) {
            return Optional.of("certificate of another host");
        }
        if (isOrComesFrom(failure, CertificateException.class)) {
            return Optional.of("certificate of an unknown authority");
        }
        return failure instanceof SSLHandshakeException && failure.getMessage() != null
                ? Optional.of(PlainText.of(failure.getMessage(), 200))
                : Optional.empty();
    }

    private static boolean isOrComesFrom(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(type::isInstance);
    }
}
