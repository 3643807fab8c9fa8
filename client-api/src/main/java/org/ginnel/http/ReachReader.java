// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.PublicKey;
import org.ginnel.wireguard.SpecialAddress;

/// Reads what a `Server` may carry besides its nine fields: what is no key, no endpoint or no address that we
/// would send packets to is left out, and so is what is too much.
final class ReachReader {
    private static final int LONGEST_ENDPOINT = 300;
    private static final int LONGEST_ADDRESS = 45;
    private static final int KEY_LENGTH = 44;

    private ReachReader() {}

    static Reach read(JsonFields in, Server server) {
        var first = new Endpoint(server.endpoint(), server.port());
        var endpoints = in.texts("endpoints", LONGEST_ENDPOINT).stream()
                .map(Endpoint::parse)
                .flatMap(Optional::stream)
                .filter(endpoint -> !endpoint.isForbidden() && !endpoint.equals(first))
                .distinct()
                .limit(Reach.MOST_ENDPOINTS)
                .toList();
        var gateways = Stream.of("ipv4_gateway", "ipv6_gateway")
                .flatMap(name -> in.optionalText(name, LONGEST_ADDRESS).stream())
                .flatMap(ReachReader::address)
                .toList();
        return new Reach(
                in.optionalText("public_key", KEY_LENGTH).flatMap(PublicKey::parse),
                endpoints,
                gateways,
                resolvers(in));
    }

    private static List<InetAddress> resolvers(JsonFields in) {
        return in.texts("dns", LONGEST_ADDRESS).stream()
                .flatMap(ReachReader::address)
                .distinct()
                .limit(Reach.MOST_RESOLVERS)
                .toList();
    }

    private static Stream<InetAddress> address(String text) {
        return IpLiteral.parse(text).filter(address -> !SpecialAddress.isForbiddenTarget(address)).stream();
    }
}
