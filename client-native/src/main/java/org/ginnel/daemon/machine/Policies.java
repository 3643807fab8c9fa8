// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.machine.Effect.ApplyFirewall;

/// Which policy holds when. `docs/security.md` has the same as a table.
final class Policies {
    /// No tunnel is wanted.
    static ApplyFirewall open() {
        return new ApplyFirewall(new FirewallPolicy.Open());
    }

    /// A tunnel is wanted and there is none: only the API may be reached, by the daemon.
    static ApplyFirewall blocked(World world) {
        return new ApplyFirewall(new FirewallPolicy.Closed(Set.of(), world.api(), Optional.empty(), world.allowLan()));
    }

    /// A tunnel is being built. It may be used already, but nobody's traffic is led into it yet.
    static ApplyFirewall connecting(Link link, World world) {
        return new ApplyFirewall(new FirewallPolicy.Closed(
                Set.of(link.endpoint()), world.api(), Optional.of(tunnel(link)), world.allowLan()));
    }

    /// The tunnel works: the API is reached through it like everything else.
    static ApplyFirewall connected(Link link, World world) {
        return new ApplyFirewall(new FirewallPolicy.Closed(
                Set.of(link.endpoint()), Set.of(), Optional.of(tunnel(link)), world.allowLan()));
    }

    private static FirewallPolicy.Tunnel tunnel(Link link) {
        return new FirewallPolicy.Tunnel(DeviceName.TUNNEL, link.addresses(), link.resolvers());
    }

    private Policies() {}
}
