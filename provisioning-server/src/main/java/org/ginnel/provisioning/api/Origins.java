// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// Where a call came from when it came through proxies. Only what a trusted proxy says is believed, from the last
/// one back to the first that is not trusted: that one is the caller. What is no address ends the search.
///
/// @param trusted networks of the operator's own proxies; none means that nobody is believed
/// @param header the one header that these proxies set; what a caller sends in another one is not looked at
public record Origins(List<IpNetwork> trusted, Header header) {
    private static final int MOST_HOPS = 32;
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\"\\s]+)");

    /// Nobody is believed.
    public static final Origins NONE = new Origins(List.of(), Header.X_FORWARDED_FOR);

    public Origins {
        trusted = List.copyOf(trusted);
    }

    /// Whose call it is.
    ///
    /// @param peer the other end of the connection
    /// @param values of the header, in the order in which they stand, lists of several lines joined by commas
    public InetAddress of(InetAddress peer, Optional<String> values) {
        var origin = peer;
        var hops = values.map(text -> text.split(",", -1)).orElse(new String[0]);
        for (int i = hops.length - 1, seen = 0; i >= 0 && seen < MOST_HOPS && isTrusted(origin); i--, seen++) {
            var before = header.read(hops[i]);
            if (before.isEmpty()) {
                return origin;
            }
            origin = before.get();
        }
        return origin;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /// What proxies say it with.
    public enum Header {
        /// A list of addresses.
        X_FORWARDED_FOR("X-Forwarded-For") {
            @Override
            Optional<InetAddress> read(String hop) {
                return address(hop.strip());
            }
        },
        /// RFC 7239.
        FORWARDED("Forwarded") {
            @Override
            Optional<InetAddress> read(String hop) {
                var found = FOR.matcher(hop);
                return found.find() ? address(found.group(1).replace("\"", "")) : Optional.empty();
            }
        };

        private final String text;

        Header(String text) {
            this.text = text;
        }

        /// Its name.
        public String text() {
            return text;
        }

        abstract Optional<InetAddress> read(String hop);

        /// With or without a port; IPv6 with one stands in brackets.
        private static Optional<InetAddress> address(String text) {
            if (text.startsWith("[")) {
                var end = text.indexOf(']');
                return end < 0 ? Optional.empty() : IpLiteral.parse(text.substring(1, end));
            }
            var colon = text.indexOf(':');
            var single = colon >= 0 && text.indexOf(':', colon + 1) < 0;
            return IpLiteral.parse(single ? text.substring(0, colon) : text);
        }

        /// By its name, in any case.
        public static Optional<Header> named(String name) {
            return Arrays.stream(values())
                    .filter(header -> header.text.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }
}
