// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.Comparator;
import java.util.List;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;

/// Ranks servers and picks one, from what is known and nothing else: the same list gives the same answer.
///
/// Servers that answered come first, the nearest before the farther; then those that nobody has measured; then those
/// that stayed silent. Equals keep the operator's order. Distance is the round trip, stretched by the load where the
/// operator reports it: an idle server is as far as it is, a half-full one a quarter farther, a full one twice as far.
public final class Selector {
    private static final int UNMEASURED = 1;
    private static final int SILENT = 2;

    private Selector() {}

    /// The server to connect to.
    ///
    /// @param known the operator's list in its order, with what was measured
    public static Choice choose(List<MeasuredServer> known, Target target) {
        if (known.isEmpty()) {
            return new Choice.None(new ErrorCause.NoServers());
        }
        return switch (target) {
            case Target.Fastest() -> fastest(known);
            case Target.Chosen(var id) -> chosen(known, id);
        };
    }

    /// All servers, best first.
    public static List<MeasuredServer> rank(List<MeasuredServer> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(Selector::group).thenComparingDouble(Selector::distance))
                .toList();
    }

    private static Choice fastest(List<MeasuredServer> known) {
        var best = rank(known).getFirst();
        var answered = known.stream().filter(s -> group(s) == 0).count();
        var reason = best.measurement().orElse(null) instanceof Measurement.Answered(var roundTrip, var _)
                ? new Reason.Fastest(roundTrip, (int) answered, known.size())
                : new Reason.FirstOfList(known.size());
        return new Choice.Picked(best.server(), reason);
    }

    private static Choice chosen(List<MeasuredServer> known, String id) {
        return known.stream()
                .map(MeasuredServer::server)
                .filter(server -> server.id().equals(id))
                .findFirst()
                .<Choice>map(server -> new Choice.Picked(server, new Reason.ChosenByUser()))
                .orElseGet(() -> new Choice.None(new ErrorCause.UnknownServer(id)));
    }

    private static int group(MeasuredServer server) {
        return server.measurement()
                .map(measurement -> switch (measurement) {
                    case Measurement.Answered _ -> 0;
                    case Measurement.Silent _ -> SILENT;
                })
                .orElse(UNMEASURED);
    }

    /// In nanoseconds of an idle server's round trip; 0 for what was not measured.
    private static double distance(MeasuredServer server) {
        var load = server.server().load().orElse(0.0);
        return server.measurement()
                .map(measurement -> switch (measurement) {
                    case Measurement.Answered(var roundTrip, var _) -> roundTrip.toNanos() * (1 + load * load);
                    case Measurement.Silent _ -> 0.0;
                })
                .orElse(0.0);
    }
}
