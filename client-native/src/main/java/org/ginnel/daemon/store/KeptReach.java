// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Reach;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.PublicKey;

/// How a server is reached, as the operator last told, in the words of the wire contract.
public record KeptReach(Optional<String> publicKey, List<String> endpoints, List<String> gateways, List<String> dns) {
    public KeptReach {
        endpoints = List.copyOf(endpoints);
        gateways = List.copyOf(gateways);
        dns = List.copyOf(dns);
    }

    /// To be kept.
    public static KeptReach of(Reach reach) {
        return new KeptReach(
                reach.publicKey().map(PublicKey::base64),
                reach.endpoints().stream().map(Endpoint::toString).toList(),
                reach.gateways().stream().map(IpLiteral::format).toList(),
                reach.dns().stream().map(IpLiteral::format).toList());
    }

    /// As it was.
    public Reach reach() {
        return new Reach(
                publicKey.flatMap(PublicKey::parse),
                endpoints.stream()
                        .map(Endpoint::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                gateways.stream()
                        .map(IpLiteral::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                dns.stream().map(IpLiteral::parse).flatMap(Optional::stream).toList());
    }
}
