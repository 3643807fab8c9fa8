// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import static java.util.Comparator.comparingInt;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.wireguard.IpNetwork;

/// How WireGuard's own packets go past the tunnels. The driver keeps its packets out of its own interface,
/// but not out of another lane's, so the endpoint has a route of its own. Pure.
public final class EndpointRoute {
    private EndpointRoute() {}

    /// The route to add: where everybody else's default leads. Empty where a network of this machine holds
    /// the endpoint, or where nothing leads out.
    ///
    /// @param tunnels interfaces that do not count
    public static Optional<RouteRow> of(InetAddress endpoint, List<RouteRow> present, Set<Long> tunnels) {
        var host = IpNetwork.host(endpoint);
        return present.stream()
                .filter(row -> !tunnels.contains(row.luid()) && !row.network().equals(host))
                .filter(row -> row.network().contains(endpoint))
                .max(comparingInt((RouteRow row) -> row.network().prefix())
                        .thenComparing(comparingInt(RouteRow::metric).reversed()))
                .filter(row -> row.network().isDefault())
                .map(row -> new RouteRow(host, row.luid(), row.nextHop(), 0, RouteRow.BY_PROGRAM));
    }
}
