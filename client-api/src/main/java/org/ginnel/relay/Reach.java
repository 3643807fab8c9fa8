// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.PublicKey;

/// How a server is reached, and what is asked inside its tunnel, as far as its operator tells (wire contract,
/// section 3). None of the addresses is this machine's, link-local or multicast.
///
/// @param publicKey of its WireGuard device
/// @param endpoints where WireGuard is answered besides [Server#endpoint()], at most [#MOST_ENDPOINTS], each
///     once
/// @param gateways its own addresses inside the tunnels of devices, at most one of each family
/// @param dns resolvers to use while connected, at most [#MOST_RESOLVERS]
public record Reach(
        Optional<PublicKey> publicKey, List<Endpoint> endpoints, List<InetAddress> gateways, List<InetAddress> dns) {
    /// How many endpoints are kept of a server: two families, three ports, and as many again.
    public static final int MOST_ENDPOINTS = 12;
    /// How many resolvers are kept of a server.
    public static final int MOST_RESOLVERS = 8;

    public Reach {
        endpoints = List.copyOf(endpoints);
        gateways = List.copyOf(gateways);
        dns = List.copyOf(dns);
        if (endpoints.size() > MOST_ENDPOINTS || gateways.size() > 2 || dns.size() > MOST_RESOLVERS) {
            throw new IllegalArgumentException("too many endpoints, gateways or resolvers");
        }
    }

    /// Of a server whose operator tells nothing.
    public static Reach unknown() {
        return new Reach(Optional.empty(), List.of(), List.of(), List.of());
    }
}
