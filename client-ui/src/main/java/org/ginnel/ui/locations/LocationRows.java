// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.locations.LocationRow.Grade;
import org.ginnel.ui.locations.LocationRow.Latency;
import org.ginnel.ui.locations.LocationRow.Use;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// The rows for a list of servers: the nearest first, the silent ones last, the operator's order where nothing
/// was measured.
final class LocationRows {
    private static final Duration NEAR = Duration.ofMillis(60);
    private static final Duration MIDDLING = Duration.ofMillis(150);
    private static final double FULL_BAR_MILLIS = 400;
    private static final Comparator<MeasuredServer> BY_LATENCY = Comparator.comparingLong(LocationRows::rank);

    /// @param measuring whether figures are about to come
    /// @param search part of a city, a country or an id; the row of the fastest is shown only when it is empty
    static List<LocationRow> of(List<MeasuredServer> servers, Snapshot now, boolean measuring, String search) {
        var sorted = servers.stream().sorted(BY_LATENCY).toList();
        var rows = new ArrayList<LocationRow>(sorted.size() + 1);
        var wanted = search.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() && !sorted.isEmpty()) {
            rows.add(fastest(sorted.getFirst()));
        }
        for (var server : sorted) {
            if (matches(server.server(), wanted)) {
                rows.add(row(server, now.tunnel(), measuring));
            }
        }
        return rows;
    }

    private static LocationRow fastest(MeasuredServer first) {
        var nearest = first.measurement()
                .filter(Measurement.Answered.class::isInstance)
                .map(_ -> Message.of(
                        "locations.fastestNow", Place.of(first.server()).city()));
        return new LocationRow(
                new Target.Fastest(),
                Message.of("locations.fastest"),
                nearest.or(() -> Optional.of(Message.of("locations.fastestUnknown"))),
                nearest.isPresent()
                        ? latency(first.measurement(), false)
                        : new Latency(Optional.empty(), Grade.UNKNOWN, 0),
                Use.NONE);
    }

    private static LocationRow row(MeasuredServer measured, TunnelView tunnel, boolean measuring) {
        var place = Place.of(measured.server());
        var use = use(measured.server().id(), tunnel);
        return new LocationRow(
                new Target.Chosen(measured.server().id()),
                Message.of("place.city", place.city()),
                detail(place.country(), use),
                latency(measured.measurement(), measuring),
                use);
    }

    private static Optional<Message> detail(String country, Use use) {
        if (use == Use.CONNECTING) {
            var connecting = Message.of("locations.connecting");
            return Optional.of(country.isEmpty() ? connecting : Message.of("locations.summary", country, connecting));
        }
        return country.isEmpty() ? Optional.empty() : Optional.of(Message.of("place.country", country));
    }

    private static Latency latency(Optional<Measurement> measurement, boolean measuring) {
        if (measurement.isEmpty()) {
            return measuring
                    ? new Latency(Optional.of(Message.of("locations.pending")), Grade.PENDING, 0)
                    : new Latency(Optional.empty(), Grade.UNKNOWN, 0);
        }
        return switch (measurement.get()) {
            case Measurement.Silent _ -> new Latency(Optional.of(Message.of("locations.silent")), Grade.SILENT, 0);
            case Measurement.Answered(var roundTrip, var _) ->
                new Latency(Optional.of(Units.latency(roundTrip)), grade(roundTrip), length(roundTrip));
        };
    }

    private static Grade grade(Duration roundTrip) {
        if (roundTrip.compareTo(NEAR) <= 0) {
            return Grade.NEAR;
        }
        return roundTrip.compareTo(MIDDLING) <= 0 ? Grade.MIDDLING : Grade.FAR;
    }

    /// The square root keeps 5 ms and 20 ms apart although the scale reaches to 400 ms.
    private static double length(Duration roundTrip) {
        return Math.clamp(Math.sqrt(roundTrip.toNanos() / 1e6 / FULL_BAR_MILLIS), 0.06, 1);
    }

    private static Use use(String serverId, TunnelView tunnel) {
        return switch (tunnel) {
            case TunnelView.Connected(var server, var _, var _, var _)
            when server.id().equals(serverId) -> Use.CONNECTED;
            case TunnelView.Connecting(var server, var _, var _)
            when server.filter(s -> s.id().equals(serverId)).isPresent() -> Use.CONNECTING;
            case TunnelView.Reconnecting(var server, var _, var _)
            when server.id().equals(serverId) -> Use.CONNECTING;
            case TunnelView.Connected _,
                    TunnelView.Connecting _,
                    TunnelView.Reconnecting _,
                    TunnelView.Disconnected _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> Use.NONE;
        };
    }

    private static boolean matches(Server server, String wanted) {
        var place = Place.of(server);
        return (place.city() + '\n' + place.country() + '\n' + server.id())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private static long rank(MeasuredServer server) {
        if (server.measurement().isEmpty()) {
            return Long.MAX_VALUE - 1;
        }
        return switch (server.measurement().get()) {
            case Measurement.Answered(var roundTrip, var _) -> roundTrip.toNanos();
            case Measurement.Silent _ -> Long.MAX_VALUE;
        };
    }

    private LocationRows() {}
}
