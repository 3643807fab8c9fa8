// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.PublicKey;

/// A VPN server as its operator defines it.
///
/// @param server what clients see
/// @param publicKey of its WireGuard device; absent when its agent is to report it
/// @param network addresses inside its tunnel
/// @param endpoints where WireGuard is answered besides, in the order in which clients are to try them
/// @param dns resolvers that clients are to use, may be empty
/// @param agentToken what its agent proves itself with; absent when the operator applies peers by other means, and
///     then nothing waits for an agent
public record Gateway(
        Server server,
        Optional<PublicKey> publicKey,
        TunnelNetwork network,
        List<Endpoint> endpoints,
        List<InetAddress> dns,
        Optional<AgentToken> agentToken) {
    public Gateway {
        endpoints = List.copyOf(endpoints);
        dns = List.copyOf(dns);
    }

    /// One that answers in one place only.
    public Gateway(
            Server server,
            Optional<PublicKey> publicKey,
            TunnelNetwork network,
            List<InetAddress> dns,
            Optional<AgentToken> agentToken) {
        this(server, publicKey, network, List.of(), dns, agentToken);
    }

    public String id() {
        return server.id();
    }
}
