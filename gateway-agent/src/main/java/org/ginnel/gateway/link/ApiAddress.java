// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import okhttp3.HttpUrl;
import org.ginnel.wireguard.IpLiteral;

/// Where the provisioning service is. Plain HTTP is for this machine alone, unless it is asked for by name: the token
/// and every pre-shared key would travel readable.
///
/// @param url without path, query, user or password
public record ApiAddress(HttpUrl url) {
    /// Reads `https://HOST[:PORT]`.
    ///
    /// @throws IllegalArgumentException with a sentence on what is wrong
    public static ApiAddress parse(String text, boolean allowPlainHttp) {
        var url = HttpUrl.parse(text);
        if (url == null
                || !url.encodedPath().equals("/")
                || url.query() != null
                || !url.username().isEmpty()
                || !url.password().isEmpty()) {
            throw new IllegalArgumentException(
                    "--api is not an address such as https://vpn.example.com: only scheme, host and port.");
        }
        if (!url.isHttps() && !allowPlainHttp && !isLoopback(url.host())) {
            throw new IllegalArgumentException("--api is plain HTTP, so the token and the pre-shared keys would travel"
                    + " readable. Use https://, or say --allow-plain-http if the way there is protected otherwise.");
        }
        return new ApiAddress(url);
    }

    private static boolean isLoopback(String host) {
        return IpLiteral.parse(host).map(address -> address.isLoopbackAddress()).orElse(host.equals("localhost"));
    }
}
