// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.URI;
import org.ginnel.account.ApiUrl;

/// Whom a call goes to (RFC 6454).
///
/// @param secure whether it is `https`
/// @param host an address without brackets, or a host name
/// @param port TCP port, 1 to 65535
record Origin(boolean secure, String host, int port) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    static Origin of(ApiUrl url) {
        return new Origin(url.secure(), url.host(), url.port());
    }

    /// Of an address of `https` that has a host.
    static Origin of(URI address) {
        var host = address.getHost().replaceFirst("^\\[(.*)]$", "$1");
        return new Origin(true, host, address.getPort() < 0 ? HTTPS : address.getPort());
    }

    /// As the header `Host` has it (RFC 9110, section 7.2).
    String authority() {
        var bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? HTTPS : HTTP) ? bracketed : bracketed + ":" + port;
    }
}
