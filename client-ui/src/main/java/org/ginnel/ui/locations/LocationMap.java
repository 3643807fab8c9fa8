// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.map.MapScreen;
import org.ginnel.ui.map.MapScreen.Tone;
import org.ginnel.ui.map.Route;

/// The servers of the list on the map.
final class LocationMap {
    /// @param lookedAt the server that was chosen on the map
    static MapScreen of(
            List<MeasuredServer> servers,
            Snapshot now,
            Search search,
            Optional<String> lookedAt,
            Supplier<Optional<Route.Place>> home) {
        if (servers.isEmpty()) {
            return MapScreen.EMPTY;
        }
        var rows = new LocationRows(now, false);
        var dots = servers.stream()
                .filter(one -> !one.server().isOwn())
                .map(one -> dot(one.server(), rows.of(one), search, lookedAt))
                .toList();
        var looked = servers.stream()
                .filter(one -> lookedAt.equals(Optional.of(one.server().id())))
                .findFirst();
        var used = servers.stream()
                .filter(one -> !one.server().isOwn())
                .filter(one -> rows.of(one).use() != LocationRow.Use.NONE)
                .findFirst();
        var from = home.get();
        var to = looked.or(() -> used).map(one -> place(one.server()));
        var route = from.isPresent() && to.isPresent()
                ? Stream.of(from.get(), to.get()).toList()
                : List.<Route.Place>of();
        return new MapScreen(dots, from, route, looked.map(one -> card(one.server(), rows.of(one))));
    }

    private static MapScreen.Dot dot(Server server, LocationRow row, Search search, Optional<String> lookedAt) {
        return new MapScreen.Dot(
                server.id(), place(server), Place.of(server).city(), tone(server, row, search, lookedAt));
    }

    private static Tone tone(Server server, LocationRow row, Search search, Optional<String> lookedAt) {
        if (row.use() != LocationRow.Use.NONE) {
            return row.use() == LocationRow.Use.CONNECTED ? Tone.IN_USE : Tone.TRYING;
        }
        if (lookedAt.equals(Optional.of(server.id()))) {
            return Tone.LOOKED_AT;
        }
        if (row.locked().isPresent() || search.distance(server).isEmpty()) {
            return Tone.DIM;
        }
        return switch (row.latency().grade()) {
            case NEAR -> Tone.NEAR;
            case FAR -> Tone.FAR;
            case SILENT -> Tone.DIM;
            case MIDDLING, UNKNOWN, PENDING -> Tone.PLAIN;
        };
    }

    private static MapScreen.Card card(Server server, LocationRow row) {
        var place = Place.of(server);
        var canConnect =
                row.choice().equals(Optional.of(new Target.Chosen(server.id()))) && row.use() == LocationRow.Use.NONE;
        return new MapScreen.Card(
                server.id(),
                place.message(),
                place.country(),
                row.locked().or(() -> row.latency().words()),
                canConnect);
    }

    private static Route.Place place(Server server) {
        return new Route.Place(server.latitude(), server.longitude());
    }

    private LocationMap() {}
}
