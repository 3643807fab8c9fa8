// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Optional;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NameValuePair;

/// What a server said, read to its end.
final class Received {
    private final HttpResponse head;
    private final Optional<byte[]> body;

    /// @param body handed over; empty where it is larger than was wanted
    Received(HttpResponse head, Optional<byte[]> body) {
        this.head = head;
        this.body = body;
    }

    int status() {
        return head.getCode();
    }

    /// The first header of a name.
    Optional<String> header(String name) {
        return Optional.ofNullable(head.getFirstHeader(name)).map(NameValuePair::getValue);
    }

    /// Whether there is more of it than was wanted.
    boolean isTooLarge() {
        return body.isEmpty();
    }

    /// All of it, not to be changed; nothing where it is too large.
    byte[] body() {
        return body.orElseGet(() -> new byte[0]);
    }
}
