// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.net.InetAddress;
import java.util.List;
import org.ginnel.daemon.machine.Link;
import org.ginnel.tunnel.Proof;
import org.ginnel.wireguard.IpLiteral;

/// Who is asked whether a tunnel lives.
///
/// @param resolvers for a name
/// @param gateways for an echo, which takes a thread each time
record Asked(List<InetAddress> resolvers, List<InetAddress> gateways) {
    /// Whoever answered last; for a name where it is asked for both. Nobody when that one is not asked any more.
    static Asked lately(Link link, Proof last) {
        var by = IpLiteral.parse(last.by());
        var resolvers = by.filter(link.resolvers()::contains).stream().toList();
        return resolvers.isEmpty()
                ? new Asked(
                        resolvers, by.filter(link.gateways()::contains).stream().toList())
                : new Asked(resolvers, List.of());
    }
}
