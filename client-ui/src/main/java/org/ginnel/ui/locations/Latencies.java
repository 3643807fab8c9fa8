// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.ui.locations.LocationRow.Grade;
import org.ginnel.ui.locations.LocationRow.Latency;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// What was measured, as words, a grade and a bar.
final class Latencies {
    private static final Duration NEAR = Duration.ofMillis(60);
    private static final Duration MIDDLING = Duration.ofMillis(150);
    private static final double FULL_BAR_MILLIS = 400;
    static final Latency NONE = new Latency(Optional.empty(), Grade.UNKNOWN, 0);

    /// @param measuring whether figures are about to come
    static Latency of(Optional<Measurement> measurement, boolean measuring) {
        if (measurement.isEmpty()) {
            return measuring ? new Latency(Optional.of(Message.of("locations.pending")), Grade.PENDING, 0) : NONE;
        }
        return switch (measurement.get()) {
            case Measurement.Silent _ -> new Latency(Optional.of(Message.of("locations.silent")), Grade.SILENT, 0);
            case Measurement.Answered(var roundTrip, var _) ->
                new Latency(Optional.of(Units.latency(roundTrip)), grade(roundTrip), length(roundTrip));
        };
    }

    /// For sorting: the nearest first, then what nobody measured, then the silent.
    static long rank(MeasuredServer server) {
        if (server.measurement().isEmpty()) {
            return Long.MAX_VALUE - 1;
        }
        return switch (server.measurement().get()) {
            case Measurement.Answered(var roundTrip, var _) -> roundTrip.toNanos();
            case Measurement.Silent _ -> Long.MAX_VALUE;
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

    private Latencies() {}
}
