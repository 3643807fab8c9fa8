// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What may leave this computer. `docs/security.md` says why each exception stands.
public sealed interface FirewallPolicy {
    /// Everything may: none of our rules exists.
    record Open() implements FirewallPolicy {}

    /// Nothing may, but: loopback, DHCP and neighbour discovery, and what is named here. Names are looked up in
    /// the tunnel or not at all, whatever else is allowed.
    ///
    /// @param endpoints where WireGuard's own packets may go: our mark, this address, this UDP port
    /// @param api where the daemon itself (its user id) may open TCP connections
    /// @param tunnel the tunnel that everything may use; empty while there is none
    /// @param allowLan whether the local network's own prefixes may be reached
    record Closed(
            Set<InetSocketAddress> endpoints, Set<InetSocketAddress> api, Optional<Tunnel> tunnel, boolean allowLan)
            implements FirewallPolicy {
        public Closed {
            endpoints = Set.copyOf(endpoints);
            api = Set.copyOf(api);
        }
    }

    /// A tunnel that traffic may leave through.
    ///
    /// @param device name of the interface
    /// @param addresses our addresses inside; packets to them that arrive elsewhere are dropped (CVE-2019-14899)
    /// @param resolvers the only addresses that may be asked for names, through this device
    record Tunnel(String device, List<InetAddress> addresses, List<InetAddress> resolvers) {
        public Tunnel {
            addresses = List.copyOf(addresses);
            resolvers = List.copyOf(resolvers);
        }
    }
}
