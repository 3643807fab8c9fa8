// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
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
        return closed(world, Set.of(link.endpoint()), tunnel(link, Carries.NEW));
    }

    /// As [#through(Link, World)], and beside it a tunnel that carries nobody's packets: it is being tried, or what
    /// began in it has just gone over.
    static ApplyFirewall trying(Link stands, Link tried, World world) {
        return closed(world, endpoints(stands, tried), tunnel(stands, Carries.NEW), tunnel(tried, Carries.NONE));
    }

    /// As [#through(Link, World)], but what began in the tunnel that was left goes on there.
    static ApplyFirewall leaving(Link left, Link taken, World world) {
        return closed(world, endpoints(left, taken), tunnel(taken, Carries.NEW), tunnel(left, Carries.STANDING));
    }

    private static Set<InetSocketAddress> endpoints(Link one, Link other) {
        return one.endpoint().equals(other.endpoint())
                ? Set.of(one.endpoint())
                : Set.of(one.endpoint(), other.endpoint());
    }

    private static Tunnel tunnel(Link link, Carries carries) {
        return new Tunnel(link.lane(), link.addresses(), link.resolvers(), carries);
    }

    private static ApplyFirewall closed(World world, Set<InetSocketAddress> endpoints, Tunnel... tunnels) {
        return new ApplyFirewall(new FirewallPolicy.Closed(endpoints, Set.of(), List.of(tunnels), world.allowLan()));
    }

    private Policies() {}
}
