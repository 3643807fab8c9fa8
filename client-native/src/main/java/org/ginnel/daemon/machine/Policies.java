// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.firewall.FirewallPolicy;
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
        return new ApplyFirewall(new FirewallPolicy.Closed(Set.of(), world.api(), Optional.empty(), world.allowLan()));
    }

    /// Everything through this tunnel or not at all, the API too. The same while it is being built as when it
    /// works, so that a proof changes nothing that a packet could slip through (ADR 0007).
    static ApplyFirewall through(Link link, World world) {
        var tunnel = new FirewallPolicy.Tunnel(DeviceName.TUNNEL, link.addresses(), link.resolvers());
        return new ApplyFirewall(
                new FirewallPolicy.Closed(Set.of(link.endpoint()), Set.of(), Optional.of(tunnel), world.allowLan()));
    }

    private Policies() {}
}
