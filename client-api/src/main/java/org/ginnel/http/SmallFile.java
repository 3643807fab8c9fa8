// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

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
        var client = new StrictClient(CONNECT, new SystemNames(limit), extraAuthorities);
        var request = new BasicClassicHttpRequest("GET", address);
        request.setHeader("User-Agent", "ginnel");
        request.setHeader("Accept-Encoding", "identity");
        try {
            var received = client.send(Origin.of(address), request, mostBytes, limit, new Progress());
            if (received.status() != GOOD) {
                return new Read.Failed("status " + received.status());
            }
            return received.isTooLarge()
                    ? new Read.Failed("more than " + mostBytes + " bytes")
                    : new Read.Whole(received.body());
        } catch (IOException e) {
            return new Read.Failed(PlainText.of(e.toString(), 200));
        }
    }
}
