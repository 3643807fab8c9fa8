// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Ports;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.linux.netlink.Rule.Choice;
import org.ginnel.daemon.route.QuestionPorts;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.IpNetwork;

/// What a plan leaves in the kernel's routing. Pure; goldens in `golden/linux/route`.
///
/// The rules are those of `wg-quick(8)` and, for each lane, three more that come before: connections that began in
/// it stay in it, our own questions about it go into it, and so do packets from its addresses. The lane's table ends in
/// an `unreachable` default, so that what the peer does not carry, and everything when the device is gone, has no way
/// out: a second wall behind the firewall.
final class Traces {
    /// Metric of the `unreachable` default: behind every other route.
    private static final int LAST_METRIC = 20_000;

    /// `RT_TABLE_MAIN`.
    private static final int MAIN_TABLE = 254;

    private static final Set<Integer> PRIORITIES = Set.of(
            LinuxNames.RULE_STANDING,
            LinuxNames.RULE_QUESTIONS,
            LinuxNames.RULE_FROM_TUNNEL,
            LinuxNames.RULE_FROM_OTHER,
            LinuxNames.RULE_MAIN_SPECIFIC,
            LinuxNames.RULE_UNMARKED);

    private static final Set<Integer> TABLES =
            Arrays.stream(Lane.values()).map(LinuxNames::table).collect(toUnmodifiableSet());

    /// What needs no device, or at least none that is up: what is not routed is unreachable, and the tunnel's own
    /// addresses may use nothing but the tunnel.
    ///
    /// @param beside whether everybody uses, or will use, another lane
    static List<Routing> beforeTheLinkIsUp(RoutePlan plan, Collection<Family> families, boolean beside) {
        List<Routing> things = new ArrayList<>();
        var table = LinuxNames.table(plan.lane());
        var fromHere = beside ? LinuxNames.RULE_FROM_OTHER : LinuxNames.RULE_FROM_TUNNEL;
        var standing = Choice.madeAndMarked(LinuxNames.mark(plan.lane()));
        var questions = QuestionPorts.of(plan.lane());
        for (var family : families) {
            things.add(Route.unreachable(table, family.everything(), LAST_METRIC));
            things.add(Rule.of(family, LinuxNames.RULE_STANDING, standing, table));
            things.add(Rule.of(
                    family,
                    LinuxNames.RULE_QUESTIONS,
                    Choice.madeAndFrom(new Ports(questions.first(), questions.last())),
                    table));
            of(family, plan.addresses())
                    .map(own -> IpNetwork.host(own.address()))
                    .distinct()
                    .map(own -> Rule.of(family, fromHere, Choice.from(own), table))
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
                .<Routing>map(network -> Route.through(LinuxNames.table(plan.lane()), network, device))
                .toList();
    }

    /// What leads everybody's packets into the tunnel, but WireGuard's own and those with a route more specific
    /// than a default, which are the local network's.
    static List<Routing> diversion(Lane lane, Collection<Family> families) {
        return families.stream()
                .<Routing>flatMap(family -> Stream.of(
                        Rule.of(family, LinuxNames.RULE_MAIN_SPECIFIC, Choice.EVERYBODY, MAIN_TABLE)
                                .moreSpecificThan(0),
                        Rule.of(
                                family,
                                LinuxNames.RULE_UNMARKED,
                                Choice.unmarked(LinuxNames.MARK),
                                LinuxNames.table(lane))))
                .toList();
    }

    /// Whether `thing` is where only ours are: in our tables, or at our priorities.
    static boolean areOurs(Routing thing) {
        return switch (thing) {
            case Route route -> TABLES.contains(route.table());
            case Rule rule -> PRIORITIES.contains(rule.priority());
        };
    }

    /// Whether `thing` belongs to a lane: is in its table, or leads there.
    static boolean isOf(Lane lane, Routing thing) {
        return switch (thing) {
            case Route route -> route.table() == LinuxNames.table(lane);
            case Rule rule -> rule.table() == LinuxNames.table(lane);
        };
    }

    private static Stream<IpNetwork> of(Family family, List<IpNetwork> networks) {
        return networks.stream().filter(network -> Family.of(network) == family);
    }

    private Traces() {}
}
