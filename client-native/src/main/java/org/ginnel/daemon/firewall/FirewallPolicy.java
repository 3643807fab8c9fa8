// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.ginnel.daemon.device.Lane;

/// What may leave this computer. `docs/security.md` says why each exception stands.
public sealed interface FirewallPolicy {
    /// Everything may: none of our rules exists.
    record Open() implements FirewallPolicy {}

    /// Nothing may, but: loopback, DHCP and neighbour discovery, and what is named here. Names are looked up in
    /// a tunnel or not at all, whatever else is allowed.
    ///
    /// @param endpoints where WireGuard's own packets may go: our mark, this address, this UDP port
    /// @param api where the daemon itself (its user id) may open TCP connections
    /// @param tunnels what everything may leave through; at most one of each lane
    /// @param allowLan whether the local network's own prefixes may be reached
    record Closed(Set<InetSocketAddress> endpoints, Set<InetSocketAddress> api, List<Tunnel> tunnels, boolean allowLan)
            implements FirewallPolicy {
        public Closed {
            endpoints = Set.copyOf(endpoints);
            api = Set.copyOf(api);
            tunnels = List.copyOf(tunnels);
        }

        /// Nothing, not even the API: until somebody knows better.
        public static Closed entirely(boolean allowLan) {
            return new Closed(Set.of(), Set.of(), List.of(), allowLan);
        }
    }

    /// A tunnel that traffic may leave through.
    ///
    /// @param lane whose device it is
    /// @param addresses our addresses inside; packets to them that arrive elsewhere are dropped (CVE-2019-14899)
    /// @param resolvers the only addresses that may be asked for names, through this device
    /// @param carries which connections belong into it
    record Tunnel(Lane lane, List<InetAddress> addresses, List<InetAddress> resolvers, Carries carries) {
        public Tunnel {
            addresses = List.copyOf(addresses);
            resolvers = List.copyOf(resolvers);
        }
    }

    /// Which connections belong into a tunnel.
    enum Carries {
        /// All that begin, and all that began in it.
        NEW,
        /// Those that began in it, wherever the routes lead others: it is left for another one.
        STANDING,
        /// None yet: it is being tried.
        NONE
    }
}
