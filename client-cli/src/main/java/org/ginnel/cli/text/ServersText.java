// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.tunnel.TunnelView;

/// The servers as a table for people: the fastest first, then those not measured, then the silent ones.
public final class ServersText {
    private ServersText() {}

    /// The table and a summary.
    ///
    /// @param servers in the operator's order, which decides among equals
    /// @param snapshot says which of them carries the tunnel
    public static List<Line> of(List<MeasuredServer> servers, Snapshot snapshot) {
        if (servers.isEmpty()) {
            return List.of(Line.of("The operator offers no server to your key."));
        }
        var current = current(snapshot.tunnel());
        var withLoad = servers.stream().anyMatch(s -> s.server().load().isPresent());
        var table = new Columns().row(Tone.QUIET, cells("ID", "CITY", "COUNTRY", "TIER", "LATENCY", "LOAD", withLoad));
        servers.stream().sorted(Comparator.comparing(ServersText::rank)).forEach(s -> {
            var here = current.filter(id -> id.equals(s.server().id())).isPresent();
            table.row(here ? Tone.GOOD : Tone.PLAIN, row(s, here, withLoad));
        });
        var lines = new ArrayList<>(table.lines());
        lines.add(Line.EMPTY);
        lines.add(Line.of(summary(servers)));
        return lines;
    }

    private static List<String> row(MeasuredServer measured, boolean here, boolean withLoad) {
        var s = measured.server();
        var load = s.load().map(l -> Math.round(l * 100) + " %").orElse("");
        var latency = latency(measured) + (here ? "  connected" : "");
        return cells(s.id(), s.name(), s.country(), s.tier(), latency, load, withLoad);
    }

    private static List<String> cells(
            String id, String city, String country, String tier, String latency, String load, boolean withLoad) {
        return withLoad ? List.of(id, city, country, tier, load, latency) : List.of(id, city, country, tier, latency);
    }

    private static String latency(MeasuredServer measured) {
        return measured.measurement()
                .map(m -> switch (m) {
                    case Measurement.Answered(var roundTrip, var _) -> Amounts.roundTrip(roundTrip);
                    case Measurement.Silent _ -> "no answer";
                })
                .orElse("not measured");
    }

    private static Duration rank(MeasuredServer measured) {
        return measured.measurement()
                .map(m -> switch (m) {
                    case Measurement.Answered(var roundTrip, var _) -> roundTrip;
                    case Measurement.Silent _ -> Duration.ofDays(2);
                })
                .orElse(Duration.ofDays(1));
    }

    private static String summary(List<MeasuredServer> servers) {
        var measured = servers.stream().filter(s -> s.measurement().isPresent()).count();
        var count = servers.size() == 1 ? "1 server." : servers.size() + " servers.";
        return measured == servers.size()
                ? count + " Connect with `ginnel connect`, or `ginnel connect ID`."
                : count + " Measure their latency with `ginnel servers --measure`.";
    }

    private static Optional<String> current(TunnelView view) {
        return view instanceof TunnelView.Connected(var server, var _, var _, var _, var _)
                ? Optional.of(server.id())
                : Optional.empty();
    }
}
