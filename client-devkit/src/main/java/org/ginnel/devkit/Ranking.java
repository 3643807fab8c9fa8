// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.Reason;

/// Which server a fake daemon calls the fastest, and why.
final class Ranking {
    private Ranking() {}

    /// The one with the shortest round trip; the first when none has answered.
    static Server fastest(List<MeasuredServer> servers) {
        return nearest(servers).orElse(servers.getFirst().server());
    }

    /// The one with the shortest round trip; empty when none has answered.
    static Optional<Server> nearest(List<MeasuredServer> servers) {
        return answered(servers)
                .min(Comparator.comparingLong(Ranking::roundTripNanos))
                .map(MeasuredServer::server);
    }

    static Reason reason(List<MeasuredServer> servers) {
        var measured = (int) answered(servers).count();
        return answered(servers)
                .min(Comparator.comparingLong(Ranking::roundTripNanos))
                .flatMap(MeasuredServer::measurement)
                .<Reason>map(m -> m instanceof Measurement.Answered a
                        ? new Reason.Fastest(a.roundTrip(), measured, servers.size())
                        : new Reason.FirstOfList(servers.size()))
                .orElse(new Reason.FirstOfList(servers.size()));
    }

    private static Stream<MeasuredServer> answered(List<MeasuredServer> servers) {
        return servers.stream().filter(s -> s.measurement().orElse(null) instanceof Measurement.Answered);
    }

    private static long roundTripNanos(MeasuredServer s) {
        return s.measurement().orElse(null) instanceof Measurement.Answered a
                ? a.roundTrip().toNanos()
                : Long.MAX_VALUE;
    }
}
