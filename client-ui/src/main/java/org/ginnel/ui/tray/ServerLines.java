// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;

/// The servers lately used as lines of the menu, each told apart from the others.
record ServerLines(List<MeasuredServer> known, TrayTexts texts) {
    ServerLines {
        known = List.copyOf(known);
    }

    /// The servers of `recents` that are still offered, in that order.
    List<TrayItem> of(List<String> recents, Optional<Server> without) {
        var current = without.map(Server::id);
        var shown = recents.stream()
                .distinct()
                .filter(id -> !current.equals(Optional.of(id)))
                .flatMap(id -> find(id).stream())
                .toList();
        var twins = twins(shown);
        return shown.stream().map(server -> line(server, twins)).toList();
    }

    private TrayItem line(MeasuredServer entry, List<String> twins) {
        var server = entry.server();
        var name = name(server);
        var unique = twins.contains(name) ? name + " (" + server.id() + ")" : name;
        var text = entry.measurement()
                .flatMap(ServerLines::roundTrip)
                .map(roundTrip -> unique + " \u00b7 " + texts.get("tray.latency", milliseconds(roundTrip)))
                .orElse(unique);
        return new TrayItem.Command(
                "server:" + server.id(), text, new TrayAction.Connect(new Target.Chosen(server.id())));
    }

    /// A server in words: city and country, or its id where the operator names neither.
    static String name(Server server) {
        var city = OneLine.of(server.name());
        var country = OneLine.of(server.country());
        if (city.isEmpty()) {
            return server.id();
        }
        return country.isEmpty() ? city : city + ", " + country;
    }

    private Optional<MeasuredServer> find(String id) {
        return known.stream().filter(entry -> entry.server().id().equals(id)).findFirst();
    }

    private static List<String> twins(List<MeasuredServer> shown) {
        var seen = new HashSet<String>();
        return shown.stream()
                .map(entry -> name(entry.server()))
                .filter(name -> !seen.add(name))
                .toList();
    }

    private static Optional<Duration> roundTrip(Measurement measurement) {
        return switch (measurement) {
            case Measurement.Answered(var roundTrip, var _) -> Optional.of(roundTrip);
            case Measurement.Silent _ -> Optional.empty();
        };
    }

    private static long milliseconds(Duration roundTrip) {
        return Math.max(1, Math.round(roundTrip.toNanos() / 1e6));
    }
}
