// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.ginnel.http.Progress.Stage;
import org.ginnel.tunnel.ErrorCause;

/// Says what it means that a call broke down, from how far it had come and what Java says happened.
final class Breakdowns {
    private Breakdowns() {}

    /// What to tell of a failure.
    ///
    /// @param stage how far the call had come
    /// @param limit how long it was given
    static ErrorCause cause(ApiCall<?> call, String host, Stage stage, Duration limit, IOException failure) {
        return switch (stage) {
            case REACHING -> new ErrorCause.Offline(host);
            case SECURING -> tooSlow(call, limit, failure).orElseGet(() -> untrusted(host, failure));
            case READING -> tooSlow(call, limit, failure).orElseGet(() -> brokenOff(call));
            case TALKING -> tooSlow(call, limit, failure).orElseGet(() -> broken(call, host, failure));
        };
    }

    private static Optional<ErrorCause> tooSlow(ApiCall<?> call, Duration limit, IOException failure) {
        return failure instanceof InterruptedIOException
                ? Optional.of(new ErrorCause.ApiTooSlow(call.name(), limit))
                : Optional.empty();
    }

    private static ErrorCause broken(ApiCall<?> call, String host, IOException failure) {
        if (failure instanceof SSLHandshakeException) {
            // With TLS 1.3 the other side may refuse us after we took the handshake for done.
            return untrusted(host, failure);
        }
        return failure instanceof ProtocolException ? Refusals.malformed(call, "not HTTP") : brokenOff(call);
    }

    private static ErrorCause brokenOff(ApiCall<?> call) {
        return Refusals.malformed(call, "an answer that broke off");
    }

    private static ErrorCause untrusted(String host, IOException failure) {
        return new ErrorCause.ApiUntrusted(host, distrust(failure));
    }

    private static String distrust(IOException failure) {
        if (isOrComesFrom(failure, CertificateExpiredException.class)) {
            return "certificate expired";
        }
        if (isOrComesFrom(failure, CertificateNotYetValidException.class)) {
            return "certificate not yet valid";
        }
        if (isOrComesFrom(failure, SSLPeerUnverifiedException.class)) {
            return "certificate of another host";
        }
        if (isOrComesFrom(failure, CertificateException.class)) {
            return "certificate of an unknown authority";
        }
        return failure instanceof SSLHandshakeException && failure.getMessage() != null
                ? PlainText.of(failure.getMessage(), 200)
                : "no TLS";
    }

    private static boolean isOrComesFrom(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(type::isInstance);
    }
}
