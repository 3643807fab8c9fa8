// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.IpNetwork;

/// What a plan leaves in the kernel's routing. Pure; goldens in `golden/linux/route`.
///
/// The rules are those of `wg-quick(8)` with one more: packets from the tunnel's own addresses go into the
/// tunnel before anybody's do. The table ends in an `unreachable` default, so that what the peer does not
/// carry, and everything when the device is gone, has no way out: a second wall behind the firewall.
final class Traces {
    /// Metric of the `unreachable` default: behind every other route.
    private static final int LAST_METRIC = 20_000;

    /// `RT_TABLE_MAIN`.
    private static final int MAIN_TABLE = 254;

    private static final Set<Integer> PRIORITIES =
            Set.of(LinuxNames.RULE_FROM_TUNNEL, LinuxNames.RULE_MAIN_SPECIFIC, LinuxNames.RULE_UNMARKED);

    /// What needs no device, or at least none that is up: what is not routed is unreachable, and the tunnel's own
    /// addresses may use nothing but the tunnel.
    static List<Routing> beforeTheLinkIsUp(RoutePlan plan, Collection<Family> families) {
        List<Routing> things = new ArrayList<>();
        for (var family : families) {
            things.add(Route.unreachable(LinuxNames.ROUTE_TABLE, family.everything(), LAST_METRIC));
            of(family, plan.addresses())
                    .map(own -> IpNetwork.host(own.address()))
                    .distinct()
                    .map(own -> Rule.everybody(family, LinuxNames.RULE_FROM_TUNNEL, LinuxNames.ROUTE_TABLE)
                            .from(own))
                    .forEach(things::add);
        }
        return things;
    }

    /// What the peer carries.
    ///
    /// @param device index of the tunnel's interface
    static List<Routing> throughTheLink(RoutePlan plan, Collection<Family> families, int device) {
        return families.stream()
                .flatMap(family -> of(family, plan.allowedIps()))
                .map(IpNetwork::masked)
                .distinct()
                .<Routing>map(network -> Route.through(LinuxNames.ROUTE_TABLE, network, device))
                .toList();
    }

    /// What leads everybody's packets into the tunnel, but WireGuard's own and those with a route more specific
    /// than a default, which are the local network's.
    static List<Routing> diversion(Collection<Family> families) {
        return families.stream()
                .<Routing>flatMap(family -> Stream.of(
                        Rule.everybody(family, LinuxNames.RULE_MAIN_SPECIFIC, MAIN_TABLE)
                                .moreSpecificThan(0),
                        Rule.everybody(family, LinuxNames.RULE_UNMARKED, LinuxNames.ROUTE_TABLE)
                                .unlessMarked(LinuxNames.MARK)))
                .toList();
    }

    /// Whether `thing` is where only ours are: in our table, or at our priorities.
    static boolean areOurs(Routing thing) {
        return switch (thing) {
            case Route route -> route.table() == LinuxNames.ROUTE_TABLE;
            case Rule rule -> PRIORITIES.contains(rule.priority());
        };
    }

    private static Stream<IpNetwork> of(Family family, List<IpNetwork> networks) {
        return networks.stream().filter(network -> Family.of(network) == family);
    }

    private Traces() {}
}
