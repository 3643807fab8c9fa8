// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;

/// One small public file on a server that is not trusted: read over HTTPS, bounded in size and time, without a
/// redirect, a cookie, a proxy, or anything in the question that tells one reader from another. What it says is
/// for others to believe or not.
///
/// @param address of it; `https`
/// @param mostBytes that are read
/// @param limit for all of it, from the look-up of the name to the last byte
/// @param extraAuthorities trusted besides the system's
public record SmallFile(URI address, int mostBytes, Duration limit, List<X509Certificate> extraAuthorities) {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int GOOD = 200;

    /// Checks the address.
    ///
    /// @throws IllegalArgumentException for one that is not `https`, or has no host
    public SmallFile {
        extraAuthorities = List.copyOf(extraAuthorities);
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("not an address of https");
        }
    }

    /// What came of it.
    public sealed interface Read {
        /// It could be read.
        final class Whole implements Read {
            private final byte[] bytes;

            /// @param bytes that stand in it
            public Whole(byte[] bytes) {
                this.bytes = bytes.clone();
            }

            /// What stands in it; a copy.
            public byte[] bytes() {
                return bytes.clone();
            }
        }

        /// It could not be read.
        ///
        /// @param why for a log
        record Failed(String why) implements Read {}
    }

    /// Reads it now. Blocks for at most the limit; interrupting a virtual thread that waits here gives it up,
    /// and no further connection is made then.
    public Read read() {
        var client = StrictClient.builder(CONNECT, extraAuthorities)
                .retryOnConnectionFailure(false)
                .build();
        var request = new Request.Builder()
                .url(address.toString())
                .header("User-Agent", "ginnel")
                .header("Accept-Encoding", "identity")
                .build();
        var call = client.newCall(request);
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        try (var response = call.execute()) {
            if (response.code() != GOOD) {
                call.cancel();
                return new Read.Failed("status " + response.code());
            }
            var body = response.body().source();
            if (response.body().contentLength() > mostBytes || body.request(mostBytes + 1L)) {
                // Else closing would try to read the rest, to keep the connection.
                call.cancel();
                return new Read.Failed("more than " + mostBytes + " bytes");
            }
            return new Read.Whole(body.readByteArray());
        } catch (IOException e) {
            return new Read.Failed(PlainText.of(e.toString(), 200));
        }
    }
}
