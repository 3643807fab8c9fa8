// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.time.Instant;

/// A server of a [ProbePlan], and what came of asking it. Times are milliseconds; infinite while there is none.
final class Candidate {
    /// After so long half of what is expected of a server is what its place promises, not what was measured.
    private static final Duration HALF_TRUST = Duration.ofHours(1);

    private final KnownServer known;
    private final Spot spot;
    private boolean asked;
    private double millis = Double.POSITIVE_INFINITY;

    Candidate(KnownServer known) {
        this.known = known;
        this.spot = Spot.of(known.server().latitude(), known.server().longitude());
    }

    Server server() {
        return known.server();
    }

    Spot spot() {
        return spot;
    }

    /// Whether anybody knows where it is: nobody does of a server of the user's own.
    boolean isPlaced() {
        return server().latitude() != 0 || server().longitude() != 0;
    }

    void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    void answer(Duration roundTrip) {
        millis = Math.min(millis, roundTrip.toNanos() / 1e6);
    }

    boolean hasAnswered() {
        return Double.isFinite(millis);
    }

    /// The shortest answer.
    double millis() {
        return millis;
    }

    double cost() {
        return millis * Cost.stretch(server());
    }

    /// What was known before.
    double millisBefore() {
        return known.estimate()
                .flatMap(Estimate::roundTrip)
                .map(time -> time.toNanos() / 1e6)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Infinite also when its last probe was not answered.
    double costBefore() {
        return known.estimate().filter(Estimate::heard).isPresent()
                ? millisBefore() * Cost.stretch(server())
                : Double.POSITIVE_INFINITY;
    }

    /// The cost to expect.
    ///
    /// @param promised the round trip that its place promises, in milliseconds
    /// @param trusted whether what was known before still holds
    double expected(double promised, boolean trusted, Instant now) {
        if (!trusted || !Double.isFinite(costBefore())) {
            return promised * Cost.stretch(server());
        }
        var age = known.estimate().orElseThrow().age(now);
        var trust = Math.pow(0.5, (double) age.toMillis() / HALF_TRUST.toMillis());
        return (trust * millisBefore() + (1 - trust) * promised) * Cost.stretch(server());
    }
}
