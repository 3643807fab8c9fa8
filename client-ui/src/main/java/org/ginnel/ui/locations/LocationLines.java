// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.text.Letters;
import org.ginnel.ui.text.Message;

/// The lines for a list of servers: the fastest, the user's own, and all of them in the order that is wanted; or
/// what was searched for, the closest match first.
final class LocationLines {
    private static final int RECENTS = 3;
    private static final Comparator<MeasuredServer> BY_LATENCY = Comparator.comparingLong(Latencies::rank);

    /// @param sorted the servers in the order that is wanted, see [#sort]
    static List<LocationLine> of(List<MeasuredServer> sorted, Snapshot now, boolean measuring, Order order) {
        var rows = new LocationRows(now, measuring);
        var lines = new ArrayList<LocationLine>(sorted.size() + 8);
        if (sorted.isEmpty()) {
            return lines;
        }
        lines.add(rows.fastest(sorted.stream().min(BY_LATENCY).orElseThrow()));
        var byId = sorted.stream()
                .collect(Collectors.toMap(server -> server.server().id(), Function.identity(), (one, _) -> one));
        var favourites = pick(byId, now.favourites());
        var recents = pick(byId, now.recents()).stream()
                .filter(server -> !favourites.contains(server))
                .filter(server -> LocationRows.use(server.server().id(), now.tunnel()) != LocationRow.Use.CONNECTED)
                .limit(RECENTS)
                .toList();
        group(Message.of("locations.favourites"), favourites, rows, lines);
        group(Message.of("locations.recents"), recents, rows, lines);
        if (order == Order.COUNTRY) {
            byCountry(sorted).forEach((country, servers) -> {
                lines.add(new LocationLine.Heading(heading(country), country));
                servers.forEach(server -> lines.add(rows.of(server)));
            });
        } else {
            if (lines.size() > 1) {
                lines.add(new LocationLine.Heading(Message.of("locations.all"), ""));
            }
            sorted.forEach(server -> lines.add(rows.of(server)));
        }
        return lines;
    }

    /// What matches, the closest first, equals in the order of the list.
    static List<LocationLine> found(List<MeasuredServer> sorted, Snapshot now, boolean measuring, Search search) {
        record Hit(MeasuredServer server, int distance) {}
        var rows = new LocationRows(now, measuring);
        var hits = sorted.stream()
                .flatMap(server ->
                        search.distance(server.server()).stream().mapToObj(distance -> new Hit(server, distance)))
                .sorted(Comparator.comparingInt(Hit::distance))
                .toList();
        // What was mistyped is guessed at only where nothing is to the letter.
        var closest = hits.isEmpty() ? 0 : hits.getFirst().distance();
        return hits.stream()
                .filter(hit -> closest > 1 || hit.distance() <= 1)
                .<LocationLine>map(hit -> rows.of(hit.server()))
                .toList();
    }

    /// The servers in that order; the operator's where nothing tells two apart.
    static List<MeasuredServer> sort(List<MeasuredServer> servers, Order order) {
        var by = switch (order) {
            case LATENCY -> BY_LATENCY;
            case NAME -> Comparator.comparing(LocationLines::city);
            case COUNTRY -> Comparator.comparing(LocationLines::country).thenComparing(BY_LATENCY);
            case LOAD ->
                Comparator.comparingDouble(
                                (MeasuredServer one) -> one.server().load().orElse(Double.MAX_VALUE))
                        .thenComparing(BY_LATENCY);
        };
        return servers.stream().sorted(by).toList();
    }

    private static void group(
            Message title, List<MeasuredServer> servers, LocationRows rows, List<LocationLine> lines) {
        if (!servers.isEmpty()) {
            lines.add(new LocationLine.Heading(title, ""));
            servers.forEach(server -> lines.add(rows.of(server)));
        }
    }

    private static List<MeasuredServer> pick(Map<String, MeasuredServer> byId, List<String> ids) {
        return ids.stream()
                .filter(byId::containsKey)
                .map(id -> Objects.requireNonNull(byId.get(id)))
                .toList();
    }

    private static Map<String, List<MeasuredServer>> byCountry(List<MeasuredServer> sorted) {
        return sorted.stream()
                .collect(Collectors.groupingBy(
                        server -> Place.of(server.server()).country(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Message heading(String country) {
        return country.isEmpty() ? Message.of("locations.elsewhere") : Message.of("place.country", country);
    }

    private static String city(MeasuredServer server) {
        return Letters.plain(Place.of(server.server()).city());
    }

    private static String country(MeasuredServer server) {
        return Letters.plain(Place.of(server.server()).country());
    }

    private LocationLines() {}
}
