// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/// Where a peer is reached: a literal address or a host name, and a UDP port. Never looked up here. Prints as
/// `host:port`, IPv6 in brackets.
///
/// @param host an address without brackets or a host name; kept in canonical, lower-case form
/// @param port 1 to 65535
public record Endpoint(String host, int port) {
    private static final int LONGEST = 300;

    public Endpoint {
        var address = IpLiteral.parse(host);
        if (address.isEmpty() && !HostName.isValid(host)) {
            throw new IllegalArgumentException("not a host name and not an address");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
        host = address.isPresent() ? IpLiteral.format(address.get()) : host.toLowerCase(Locale.ROOT);
    }

    /// Reads `host:port` or `[IPv6]:port`; empty for anything else. As `wg` does, takes what is before the last colon
    /// of `2001:db8::1:51820` for the address.
    public static Optional<Endpoint> parse(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        var digits = text.substring(colon + 1);
        var host = text.substring(0, colon);
        var port = Numbers.upTo65535(digits).orElse(0);
        if (host.startsWith("[")) {
            host = host.endsWith("]") && host.indexOf(':') > 0 ? host.substring(1, host.length() - 1) : "";
        }
        return port >= 1 && isHost(host) ? Optional.of(new Endpoint(host, port)) : Optional.empty();
    }

    /// Whether `text` may stand for a host: an address without brackets, or a host name.
    public static boolean isHost(String text) {
        return IpLiteral.parse(text).isPresent() || HostName.isValid(text);
    }

    /// The address, when the host is one; empty when it is a name that somebody has to look up.
    public Optional<InetAddress> address() {
        return IpLiteral.parse(host);
    }

    /// Whether this can only be an attack or a mistake: this machine, a link-local or multicast address.
    public boolean isForbidden() {
        return HostName.isLocalhost(host)
                || address().filter(SpecialAddress::isForbiddenTarget).isPresent();
    }

    @Override
    public String toString() {
        var bracketed = address().filter(a -> !(a instanceof Inet4Address)).isPresent();
        return (bracketed ? "[" + host + "]" : host) + ":" + port;
    }
}
