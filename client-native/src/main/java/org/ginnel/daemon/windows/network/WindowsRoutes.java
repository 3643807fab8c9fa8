// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.SettledRoutes;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.wireguard.IpNetwork;

/// Routes of Windows by IP Helper. Never run on Windows so far.
///
/// A socket bound to a tunnel's address leaves by that tunnel's interface only (the strong host model), so
/// a default route there, too far to be anybody's choice, is all it needs. Everybody is led by two halves
/// of each family, more specific than any default. What the peer does not carry is led there as well, and
/// the driver refuses it.
public final class WindowsRoutes extends SettledRoutes {
    private static final int TOO_FAR = 9000;
    private static final List<IpNetwork> EVERYTHING = networks("0.0.0.0/0", "::/0");
    private static final List<IpNetwork> HALVES = networks("0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1");

    private final IpHelper helper;
    private final Adapters adapters;

    public WindowsRoutes(IpHelper helper, Adapters adapters) {
        this.helper = helper;
        this.adapters = adapters;
    }

    @Override
    protected boolean isSettled(Map<Lane, RoutePlan> prepared, Lane led) {
        return luids(prepared) instanceof Luids.Known(var luids)
                && helper.routes() instanceof IpHelper.Rows.Found(var rows)
                && new HashSet<>(ours(rows, luids)).equals(new HashSet<>(wanted(prepared, Optional.of(led), luids)));
    }

    /// New routes first: no packet is without a way.
    @Override
    protected Optional<ErrorCause> settle(Map<Lane, RoutePlan> prepared, Optional<Lane> led) {
        return switch (luids(prepared)) {
            case Luids.Refused(var why) -> Optional.of(why);
            case Luids.Known(var luids) ->
                switch (helper.routes()) {
                    case IpHelper.Rows.Refused(var code) ->
                        WindowsCalls.refusal(Part.ROUTES, "GetIpForwardTable2", code);
                    case IpHelper.Rows.Found(var rows) -> change(wanted(prepared, led, luids), ours(rows, luids));
                };
        };
    }

    private Optional<ErrorCause> change(List<RouteRow> wanted, List<RouteRow> found) {
        var added = wanted.stream()
                .filter(row -> !found.contains(row))
                .map(row -> WindowsCalls.refusal(
                        Part.ROUTES,
                        "CreateIpForwardEntry2",
                        helper.addRoute(row.bytes(helper.blankRoute())),
                        IpHelper.EXISTS));
        var deleted = found.stream()
                .filter(row -> !wanted.contains(row))
                .map(row -> WindowsCalls.refusal(
                        Part.ROUTES,
                        "DeleteIpForwardEntry2",
                        helper.deleteRoute(row.bytes(helper.blankRoute())),
                        IpHelper.NOT_FOUND));
        return Stream.concat(added, deleted).toList().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<RouteRow> wanted(Map<Lane, RoutePlan> prepared, Optional<Lane> led, Map<Lane, Long> luids) {
        List<RouteRow> routes = new ArrayList<>();
        prepared.forEach((lane, plan) -> EVERYTHING.stream()
                .filter(everything -> plan.addresses().stream().anyMatch(own -> own.isIpv4() == everything.isIpv4()))
                .map(everything -> RouteRow.through(everything, luid(luids, lane), TOO_FAR))
                .forEach(routes::add));
        led.ifPresent(lane -> Stream.concat(HALVES.stream(), specific(Optional.ofNullable(prepared.get(lane))))
                .map(network -> RouteRow.through(network, luid(luids, lane), 0))
                .forEach(routes::add));
        return routes;
    }

    private static Stream<IpNetwork> specific(Optional<RoutePlan> plan) {
        return plan.stream()
                .flatMap(carries -> carries.allowedIps().stream())
                .map(IpNetwork::masked)
                .filter(network -> !network.isDefault() && !HALVES.contains(network))
                .distinct();
    }

    private static List<RouteRow> ours(List<byte[]> rows, Map<Lane, Long> luids) {
        return rows.stream()
                .map(RouteRow::read)
                .flatMap(Optional::stream)
                .filter(row -> row.protocol() == RouteRow.BY_PROGRAM && luids.containsValue(row.luid()))
                .toList();
    }

    /// Numbers of the lanes' interfaces.
    private sealed interface Luids {
        record Known(Map<Lane, Long> luids) implements Luids {}

        record Refused(ErrorCause why) implements Luids {}
    }

    private Luids luids(Map<Lane, RoutePlan> prepared) {
        Map<Lane, Long> luids = new EnumMap<>(Lane.class);
        for (var lane : Set.copyOf(prepared.keySet())) {
            switch (adapters.luid(lane)) {
                case Adapters.Luid.Known(var luid) -> luids.put(lane, luid);
                case Adapters.Luid.Refused(var why) -> {
                    return new Luids.Refused(why);
                }
            }
        }
        adapters.existing().forEach(luids::putIfAbsent);
        return new Luids.Known(luids);
    }

    private static long luid(Map<Lane, Long> luids, Lane lane) {
        return Objects.requireNonNull(luids.get(lane), "a lane without an interface");
    }

    private static List<IpNetwork> networks(String... texts) {
        return Stream.of(texts).map(text -> IpNetwork.parse(text).orElseThrow()).toList();
    }
}
