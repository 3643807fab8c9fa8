// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.macos.route.MacRoute.Way;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.IpNetwork;

/// Which routes plans ask for, and the calls that make them so. Pure; goldens in `golden/macos/route`.
///
/// The default routes of the machine stay as they are: two halves are more specific than they, as
/// `wg-quick` of macOS has them. What the peer does not carry is refused, in both families: a second wall
/// behind the firewall.
final class RouteText {
    private static final List<IpNetwork> EVERYTHING = networks("0.0.0.0/0", "::/0");
    private static final List<IpNetwork> HALVES = networks("0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1");

    private RouteText() {}

    /// All there should be.
    ///
    /// @param led where everybody's traffic goes
    static List<MacRoute> wanted(Collection<RoutePlan> prepared, Optional<Lane> led) {
        List<MacRoute> routes = new ArrayList<>();
        prepared.forEach(plan -> EVERYTHING.stream()
                .filter(everything -> plan.addresses().stream().anyMatch(own -> own.isIpv4() == everything.isIpv4()))
                .map(everything -> MacRoute.bound(everything, device(plan)))
                .forEach(routes::add));
        prepared.stream()
                .filter(plan -> led.filter(plan.lane()::equals).isPresent())
                .flatMap(RouteText::leading)
                .forEach(routes::add);
        return routes;
    }

    private static Stream<MacRoute> leading(RoutePlan plan) {
        var halves = HALVES.stream()
                .map(half -> carries(plan, half) ? MacRoute.through(half, device(plan)) : MacRoute.nowhere(half));
        var others = plan.allowedIps().stream()
                .filter(allowed -> !allowed.isDefault())
                .map(IpNetwork::masked)
                .distinct()
                .filter(allowed -> !HALVES.contains(allowed))
                .map(allowed -> MacRoute.through(allowed, device(plan)));
        return Stream.concat(halves, others);
    }

    private static boolean carries(RoutePlan plan, IpNetwork half) {
        return plan.allowedIps().stream().map(IpNetwork::masked).anyMatch(allowed -> allowed.contains(half));
    }

    /// What of ours a listing shows: what leads into our interfaces, but for what the kernel puts there
    /// itself, and halves that lead nowhere.
    static List<MacRoute> ours(RouteTable table) {
        return table.rows().stream().flatMap(RouteText::ours).toList();
    }

    private static Stream<MacRoute> ours(RouteTable.Row row) {
        if (row.refuses() && HALVES.contains(row.network()) && row.device().startsWith("lo")) {
            return Stream.of(MacRoute.nowhere(row.network()));
        }
        var device = row.device();
        return !MacNames.devices().contains(device) || isTheKernels(row)
                ? Stream.empty()
                : Stream.of(
                        row.isBound()
                                ? MacRoute.bound(row.network(), device)
                                : MacRoute.through(row.network(), device));
    }

    /// Addresses of the interface (`H`, with themselves as gateway), its link-local network and its
    /// multicast.
    private static boolean isTheKernels(RouteTable.Row row) {
        var address = row.network().address();
        return row.gateway().equals(MacRoute.literal(row.network()))
                || address.isMulticastAddress()
                || address.isLinkLocalAddress();
    }

    /// What to call to get from what there is to what is wanted. New routes first, and one that only leads
    /// elsewhere is changed in place: no packet is without a way. A half that leads nowhere is not changed
    /// but replaced, since its flags would stay.
    static List<List<String>> calls(List<MacRoute> wanted, List<MacRoute> found) {
        List<List<String>> calls = new ArrayList<>();
        for (var route : wanted) {
            if (!found.contains(route)) {
                var inTheWay = found.stream().filter(route::isInTheWayOf).findFirst();
                if (inTheWay.isEmpty()) {
                    calls.add(route.add());
                } else if (inTheWay.get().way() instanceof Way.Through && route.way() instanceof Way.Through) {
                    calls.add(route.change());
                } else {
                    calls.add(inTheWay.get().delete());
                    calls.add(route.add());
                }
            }
        }
        found.stream()
                .filter(route -> wanted.stream().noneMatch(route::isInTheWayOf))
                .forEach(route -> calls.add(route.delete()));
        return calls;
    }

    private static String device(RoutePlan plan) {
        return MacNames.device(plan.lane());
    }

    private static List<IpNetwork> networks(String... texts) {
        return Stream.of(texts).map(text -> IpNetwork.parse(text).orElseThrow()).toList();
    }
}
