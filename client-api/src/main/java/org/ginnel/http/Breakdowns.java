// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
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
        return new ErrorCause.ApiUntrusted(host, Distrust.of(failure).orElse("no TLS"));
    }
}
