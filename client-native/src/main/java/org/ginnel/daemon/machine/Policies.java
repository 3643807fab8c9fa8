// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.ginnel.daemon.machine.Effect.ApplyFirewall;

/// Which policy holds when. `docs/security.md` has the same as a table.
final class Policies {
    /// Everything may leave.
    static ApplyFirewall open() {
        return new ApplyFirewall(new FirewallPolicy.Open());
    }

    /// No tunnel is wanted, and the user decides what that means.
    static ApplyFirewall resting(World world) {
        return world.lockdown() ? blocked(world) : open();
    }

    /// A tunnel is wanted and there is none: only the API may be reached, by the daemon.
    static ApplyFirewall blocked(World world) {
        return new ApplyFirewall(new FirewallPolicy.Closed(Set.of(), world.api(), List.of(), world.allowLan()));
    }

    /// Everything through this tunnel or not at all, the API too. The same while it is being built as when it
    /// works, so that a proof changes nothing that a packet could slip through (ADR 0007).
    static ApplyFirewall through(Link link, World world) {
        return closed(world, List.of(link), List.of(tunnel(link, Carries.NEW)));
    }

    /// As [#through(Link, World)], and beside it a tunnel that carries nobody's packets: it is being tried.
    static ApplyFirewall trying(Link stands, Link tried, World world) {
        return closed(world, List.of(stands, tried), List.of(tunnel(stands, Carries.NEW), tunnel(tried, Carries.NONE)));
    }

    /// As [#through(Link, World)], but what began in a tunnel that was left goes on there, until it has to go over:
    /// then that one carries nobody's packets any more.
    static ApplyFirewall standing(Connected connected, World world) {
        return closed(world, connected.links(), tunnels(connected, world));
    }

    /// As [#standing(Connected, World)], and beside it a tunnel that carries nobody's packets: it is being tried.
    static ApplyFirewall trying(Connected connected, Link tried, World world) {
        return beside(connected, tunnel(tried, Carries.NONE), tried, world);
    }

    /// The same of a tunnel that was left and is to be used again: what began in it goes on there.
    static ApplyFirewall returning(Connected connected, Link tried, World world) {
        return beside(connected, tunnel(tried, Carries.STANDING), tried, world);
    }

    private static ApplyFirewall beside(Connected connected, Tunnel tunnel, Link tried, World world) {
        var links = new ArrayList<>(connected.links());
        links.add(tried);
        var tunnels = new ArrayList<>(tunnels(connected, world));
        tunnels.add(tunnel);
        return closed(world, links, tunnels);
    }

    private static List<Tunnel> tunnels(Connected connected, World world) {
        return Stream.concat(
                        Stream.of(tunnel(connected.link(), Carries.NEW)),
                        connected.left().stream()
                                .map(left -> tunnel(
                                        left.link(), left.isOver(world.now()) ? Carries.NONE : Carries.STANDING)))
                .toList();
    }

    private static Tunnel tunnel(Link link, Carries carries) {
        return new Tunnel(link.lane(), link.addresses(), link.resolvers(), carries);
    }

    private static ApplyFirewall closed(World world, List<Link> links, List<Tunnel> tunnels) {
        var endpoints = links.stream().map(Link::endpoint).collect(Collectors.toUnmodifiableSet());
        return new ApplyFirewall(new FirewallPolicy.Closed(endpoints, Set.of(), tunnels, world.allowLan()));
    }

    private Policies() {}
}
