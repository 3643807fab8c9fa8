// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.macos.route.RouteTable;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// The calls that make a plain interface the tunnel's, as `wg-quick` of macOS makes them. Pure; goldens in
/// `golden/macos/device`.
final class DeviceCalls {
    private DeviceCalls() {}

    /// Addresses that bring no route of a network with them, the MTU, and the link up.
    static List<List<String>> raise(DevicePlan plan) {
        List<List<String>> calls = new ArrayList<>();
        var device = MacNames.device(plan.lane());
        for (var own : plan.config().local().addresses()) {
            var host = IpNetwork.host(own.address());
            calls.add(
                    host.isIpv4()
                            ? List.of("ifconfig", device, "inet", host.toString(), literal(host), "alias")
                            : List.of("ifconfig", device, "inet6", host.toString(), "alias"));
        }
        calls.add(List.of("ifconfig", device, "mtu", Integer.toString(plan.mtu())));
        calls.add(List.of("ifconfig", device, "up"));
        return calls;
    }

    /// Leads WireGuard's own packets past the tunnel: there are no marks, so the endpoint has a route of
    /// its own, by the gateway of everybody else. Where there is no gateway it leads nowhere, as the tunnel
    /// would lead them into itself. None where a network of this machine holds the endpoint.
    ///
    /// @param endpoint one address
    /// @param table of its family
    static Optional<List<String>> lead(IpNetwork endpoint, RouteTable table) {
        var near = table.rows().stream()
                .filter(row -> !row.network().isDefault() && row.network().prefix() > 1)
                .anyMatch(row ->
                        row.network().contains(endpoint) && !row.network().equals(endpoint));
        return near
                ? Optional.empty()
                : Optional.of(table.gateway()
                        .map(gateway -> route("add", endpoint, "-gateway", gateway.gateway()))
                        .orElseGet(
                                () -> route("add", endpoint, endpoint.isIpv4() ? "127.0.0.1" : "::1", "-blackhole")));
    }

    /// Takes the endpoint's route away.
    static List<String> forget(IpNetwork endpoint) {
        return route("delete", endpoint);
    }

    private static List<String> route(String verb, IpNetwork endpoint, String... more) {
        var family = endpoint.isIpv4() ? "-inet" : "-inet6";
        return Stream.concat(Stream.of("route", "-q", "-n", verb, family, literal(endpoint)), Stream.of(more))
                .toList();
    }

    private static String literal(IpNetwork host) {
        return IpLiteral.format(host.address());
    }
}
