// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.HostName;
import org.ginnel.wireguard.IpLiteral;

/// Where an operator's API lives: `https://host[:port][/path]` in one canonical spelling, or `http://` where the host
/// is this machine, so that a key never travels in the clear.
///
/// @param secure whether it is `https`
/// @param host an address without brackets, or a host name, in lower case
/// @param port TCP port, 1 to 65535
/// @param path empty, or starts with a slash and ends without one
public record ApiUrl(boolean secure, String host, int port, String path) {
    private static final int LONGEST = 512;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern PATH = Pattern.compile("(/(?!\\.\\.?(/|$))[A-Za-z0-9._~-]+)*");

    public ApiUrl {
        if (!Endpoint.isHost(host) || port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a host and a port");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path");
        }
        if (!secure && !isThisMachine(host)) {
            throw new IllegalArgumentException("a key may not travel in the clear");
        }
    }

    /// Reads a URL the way people paste it: `https://` may be missing; surrounding white space, a trailing slash and
    /// the `/api` of the calls are forgiven. Empty for what is no such URL, and for `http://` to another machine.
    public static Optional<ApiUrl> parse(String pasted) {
        var text = pasted.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(new URI(SCHEME.matcher(text).matches() ? text : "https://" + text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<ApiUrl> of(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var secure = scheme.equals("https");
        var plainParts = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        if (uri.getHost() == null || !plainParts || !(secure || scheme.equals("http"))) {
            return Optional.empty();
        }
        var name = uri.getHost().replaceFirst("^\\[(.*)]$", "$1").toLowerCase(Locale.ROOT);
        var host = IpLiteral.parse(name).map(IpLiteral::format).orElse(name);
        var port = uri.getPort() < 0 ? standardPort(secure) : uri.getPort();
        var path = uri.getRawPath()
                .replaceFirst("/*$", "")
                .replaceFirst("/api$", "")
                .replaceFirst("/*$", "");
        var fits = Endpoint.isHost(host)
                && port >= 1
                && port <= 65535
                && PATH.matcher(path).matches()
                && (secure || isThisMachine(host));
        return fits ? Optional.of(new ApiUrl(secure, host, port, path)) : Optional.empty();
    }

    private static boolean isThisMachine(String host) {
        return HostName.isLocalhost(host)
                || IpLiteral.parse(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static int standardPort(boolean secure) {
        return secure ? 443 : 80;
    }

    /// The URL of one call.
    ///
    /// @param call its path, such as `/api/servers`
    public String resolve(String call) {
        return this + call;
    }

    @Override
    public String toString() {
        var bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        var shown = port == standardPort(secure) ? "" : ":" + port;
        return (secure ? "https://" : "http://") + bracketed + shown + path;
    }
}
