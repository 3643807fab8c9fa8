// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.macos.route.RouteTable;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// How WireGuard's own packets go past the tunnel: there are no marks, so the endpoint has a route of its
/// own, by the gateway of everybody else. Where there is no gateway it leads nowhere, as the tunnel would
/// lead them into itself. Pure.
///
/// @param endpoint one address
/// @param gateway empty where it leads nowhere
record EndpointRoute(IpNetwork endpoint, Optional<String> gateway) {
    /// The one that is wanted. None where a network of this machine holds the endpoint.
    ///
    /// @param table of its family
    static Optional<EndpointRoute> of(IpNetwork endpoint, RouteTable table) {
        var near = table.rows().stream()
                .filter(row -> !MacNames.devices().contains(row.device()))
                .filter(row -> row.network().prefix() > 1)
                .anyMatch(row ->
                        row.network().contains(endpoint) && !row.network().equals(endpoint));
        return near
                ? Optional.empty()
                : Optional.of(new EndpointRoute(endpoint, table.gateway().map(RouteTable.Row::gateway)));
    }

    /// Whether somebody has set a route to just that address.
    static boolean isSet(IpNetwork endpoint, RouteTable table) {
        return set(endpoint, table).findAny().isPresent();
    }

    private static Stream<RouteTable.Row> set(IpNetwork endpoint, RouteTable table) {
        return table.rows().stream()
                .filter(row -> row.network().equals(endpoint) && row.isSet())
                .filter(row -> !MacNames.devices().contains(row.device()));
    }

    /// What to call for it, nothing when it is there: each call is told to everybody who watches routes, us
    /// too.
    List<List<String>> calls(RouteTable table) {
        var there = set(endpoint, table).findFirst();
        if (there.filter(row -> row.gateway().equals(way())).isPresent()) {
            return List.of();
        }
        List<List<String>> calls = new ArrayList<>();
        there.ifPresent(_ -> calls.add(delete(endpoint)));
        calls.add(
                gateway.isPresent()
                        ? route("add", endpoint, "-gateway", way())
                        : route("add", endpoint, way(), "-blackhole"));
        return calls;
    }

    private String way() {
        return gateway.orElse(endpoint.isIpv4() ? "127.0.0.1" : "::1");
    }

    /// Takes the endpoint's route away.
    static List<String> delete(IpNetwork endpoint) {
        return route("delete", endpoint);
    }

    private static List<String> route(String verb, IpNetwork endpoint, String... more) {
        var family = endpoint.isIpv4() ? "-inet" : "-inet6";
        return Stream.concat(
                        Stream.of("route", "-q", "-n", verb, family, IpLiteral.format(endpoint.address())),
                        Stream.of(more))
                .toList();
    }
}
