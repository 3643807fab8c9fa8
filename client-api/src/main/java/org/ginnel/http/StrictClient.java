// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// How everything here speaks HTTP: TLS 1.3 or 1.2, no redirects, no cookies, no proxy, one connection a call.
final class StrictClient {
    /// @param connect limit for a TCP connection to one address; the limit of a call bounds everything else
    /// @param extraAuthorities trusted besides the system's
    static OkHttpClient.Builder builder(Duration connect, List<X509Certificate> extraAuthorities) {
        var builder = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .proxy(Proxy.NO_PROXY)
                // One call, one connection: on HTTP/2 a call that is stuck in a route that went away would
                // hold up the next.
                .protocols(List.of(Protocol.HTTP_1_1))
                // Nor is a connection kept for the next: its route may be gone, which only the limit of a call shows.
                // The pool looks after those in use once per duration.
                .connectionPool(new ConnectionPool(0, 5, TimeUnit.MINUTES))
                .connectTimeout(connect)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
        if (!extraAuthorities.isEmpty()) {
            var trust = Authorities.including(extraAuthorities);
            builder.sslSocketFactory(Authorities.sockets(trust), trust);
        }
        return builder;
    }

    private StrictClient() {}
}
