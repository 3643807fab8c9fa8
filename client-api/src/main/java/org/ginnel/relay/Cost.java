// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;

/// How far a server is, all things considered: its round trip, stretched by what else is known of it. Each thing is
/// bounded, so that no figure an operator tells makes a far server a near one.
///
/// @param roundTrip smoothed
/// @param busy 1 for an idle server or one that tells no load, 1.25 for a half-full one, 2 for a full one
/// @param lossy 1 without loss, 1.11 at 5 %, 2 at 30 %, 25 at most
/// @param wanted 0.5 for weights from 2 on, 1 for a weight of 1 or none, 2 for weights up to a half
record Cost(Duration roundTrip, double busy, double lossy, double wanted) {
    private static final double LEAST_ARRIVING = 0.2;
    private static final double MOST_WANTED = 2;

    static Cost of(Server server, Duration roundTrip, double loss) {
        var arriving = Math.max(LEAST_ARRIVING, 1 - loss);
        return new Cost(roundTrip, busy(server), 1 / (arriving * arriving), wanted(server));
    }

    /// In nanoseconds of an idle server's round trip.
    double nanos() {
        return roundTrip.toNanos() * stretch();
    }

    private double stretch() {
        return busy * lossy * wanted;
    }

    /// What a server's operator makes of its round trip, whatever that is.
    static double stretch(Server server) {
        return busy(server) * wanted(server);
    }

    private static double busy(Server server) {
        var load = server.load().orElse(0.0);
        return 1 + load * load;
    }

    private static double wanted(Server server) {
        return 1 / Math.clamp(server.weight().orElse(1.0), 1 / MOST_WANTED, MOST_WANTED);
    }
}
