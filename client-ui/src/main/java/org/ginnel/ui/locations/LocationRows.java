// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.Tier;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.locations.LocationRow.Use;
import org.ginnel.ui.text.Message;

/// Makes the row of a server.
///
/// @param measuring whether figures are about to come
record LocationRows(Snapshot now, boolean measuring) {
    LocationRow fastest(MeasuredServer first) {
        var nearest = first.measurement()
                .filter(Measurement.Answered.class::isInstance)
                .map(_ -> Message.of(
                        "locations.fastestNow", Place.of(first.server()).city()));
        return new LocationRow(
                new Target.Fastest(),
                Message.of("locations.fastest"),
                "",
                nearest.or(() -> Optional.of(Message.of("locations.fastestUnknown"))),
                nearest.isPresent() ? Latencies.of(first.measurement(), false) : Latencies.NONE,
                Use.NONE,
                false,
                Optional.empty());
    }

    LocationRow of(MeasuredServer measured) {
        var server = measured.server();
        var place = Place.of(server);
        var use = use(server.id(), now.tunnel());
        return new LocationRow(
                new Target.Chosen(server.id()),
                Message.of("place.city", place.city()),
                place.country(),
                detail(server, place.country(), use),
                Latencies.of(measured.measurement(), measuring),
                use,
                now.favourites().contains(server.id()),
                locked(server));
    }

    /// What the country is not the whole of is told after it.
    private static Optional<Message> detail(Server server, String country, Use use) {
        if (server.isOwn() && use != Use.CONNECTING) {
            return Optional.of(Message.of("locations.own"));
        }
        var more = use == Use.CONNECTING
                ? Optional.of(Message.of("locations.connecting"))
                : server.load().map(load -> Message.of("locations.load", Math.round(load * 100)));
        if (country.isEmpty()) {
            return more;
        }
        var where = Message.of("place.country", country);
        return Optional.of(
                more.map(told -> Message.of("locations.summary", where, told)).orElse(where));
    }

    /// The wire contract, section 1: `pro` sees every server, any other tier those marked `basic` and its own.
    private Optional<Message> locked(Server server) {
        var tier = now.account().map(Account::tier).map(Tier::id).orElse("pro");
        var open = server.isOwn()
                || tier.equals("pro")
                || server.tier().equals("basic")
                || server.tier().equals(tier);
        return open ? Optional.empty() : Optional.of(Message.of("locations.locked", server.tier()));
    }

    static Use use(String serverId, TunnelView tunnel) {
        return switch (tunnel) {
            case TunnelView.Connected(var server, var _, var _, var _, var _)
            when server.id().equals(serverId) -> Use.CONNECTED;
            case TunnelView.Connected(var _, var _, var _, var _, var next)
            when next.flatMap(TunnelView.Next::server)
                    .filter(s -> s.id().equals(serverId))
                    .isPresent() -> Use.CONNECTING;
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
}
