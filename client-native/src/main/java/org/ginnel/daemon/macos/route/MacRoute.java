// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// A route of macOS.
///
/// @param scope the interface that a socket has to be bound to for this route to count (`-ifscope`); empty
/// for everybody
record MacRoute(IpNetwork network, Way way, Optional<String> scope) {
    /// Where it leads.
    sealed interface Way {
        /// Out through an interface.
        record Through(String device) implements Way {}

        /// Nowhere: programs are told at once (`-reject`).
        record Nowhere() implements Way {}
    }

    /// For everybody.
    static MacRoute through(IpNetwork network, String device) {
        return new MacRoute(network, new Way.Through(device), Optional.empty());
    }

    /// For sockets bound to the interface's addresses only.
    static MacRoute bound(IpNetwork network, String device) {
        return new MacRoute(network, new Way.Through(device), Optional.of(device));
    }

    static MacRoute nowhere(IpNetwork network) {
        return new MacRoute(network, new Way.Nowhere(), Optional.empty());
    }

    /// Whether both cannot be there at once.
    boolean isInTheWayOf(MacRoute other) {
        return network.equals(other.network) && scope.equals(other.scope);
    }

    /// Arguments of `route(8)` that put it there.
    List<String> add() {
        var argv = argv("add");
        switch (way) {
            case Way.Through(var device) -> argv.addAll(List.of("-interface", device));
            case Way.Nowhere() -> argv.addAll(List.of(network.isIpv4() ? "127.0.0.1" : "::1", "-reject"));
        }
        scope.ifPresent(device -> argv.addAll(List.of("-ifscope", device)));
        return argv;
    }

    /// Arguments of `route(8)` that lead the route which is there elsewhere, in one step.
    List<String> change() {
        var argv = add();
        argv.set(3, "change");
        return argv;
    }

    List<String> delete() {
        var argv = argv("delete");
        scope.ifPresent(device -> argv.addAll(List.of("-ifscope", device)));
        return argv;
    }

    private List<String> argv(String verb) {
        var destination = network.isDefault() ? "default" : network.toString();
        return new ArrayList<>(List.of("route", "-q", "-n", verb, network.isIpv4() ? "-inet" : "-inet6", destination));
    }

    /// An address alone, as `route` takes it.
    static String literal(IpNetwork host) {
        return IpLiteral.format(host.address());
    }
}
