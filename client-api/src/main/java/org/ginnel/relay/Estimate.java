// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What all measurements of one server say together: moving averages that forget with time, so that yesterday's
/// figure is all there is to go by until there is one of today.
///
/// @param roundTrip smoothed; empty while nothing ever came back
/// @param loss which part of the probes stayed unanswered of late, 0 to 1
/// @param at when it was last measured
/// @param heard whether the last probe was answered
public record Estimate(Optional<Duration> roundTrip, double loss, Instant at, boolean heard) {
    /// After so long an old value counts half as much against a new one as it did.
    static final Duration HALF_LIFE = Duration.ofMinutes(10);

    /// How much of the old value is kept when a new one comes at once. A shorter round trip is the truer one, since
    /// whatever disturbs a probe makes it longer.
    private static final double KEPT_WHEN_SHORTER = 0.2;

    private static final double KEPT_WHEN_LONGER = 0.85;
    private static final double KEPT_OF_LOSS = 0.9;

    public Estimate {
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("loss is 0 to 1");
        }
        if (roundTrip.filter(time -> !time.isPositive()).isPresent() || (heard && roundTrip.isEmpty())) {
            throw new IllegalArgumentException("an answer has a round trip, which takes time");
        }
    }

    /// What a first measurement says.
    public static Estimate of(Measurement first) {
        return switch (first) {
            case Measurement.Answered(var roundTrip, var at) -> new Estimate(Optional.of(roundTrip), 0, at, true);
            case Measurement.Silent(var at) -> new Estimate(Optional.empty(), 1, at, false);
        };
    }

    /// What it says with one measurement more.
    public Estimate with(Measurement next) {
        var memory = Math.pow(0.5, (double) age(next.at()).toMillis() / HALF_LIFE.toMillis());
        return switch (next) {
            case Measurement.Answered(var taken, var when) ->
                new Estimate(
                        Optional.of(roundTrip
                                .map(old -> smoothed(old, taken, memory))
                                .orElse(taken)),
                        blended(loss, 0, KEPT_OF_LOSS * memory),
                        when,
                        true);
            case Measurement.Silent(var when) ->
                new Estimate(roundTrip, blended(loss, 1, KEPT_OF_LOSS * memory), when, false);
        };
    }

    /// What clients are shown of it.
    public Measurement measurement() {
        return heard && roundTrip.isPresent()
                ? new Measurement.Answered(roundTrip.get(), at)
                : new Measurement.Silent(at);
    }

    /// How old it is; a clock that was set back makes nothing younger than new.
    public Duration age(Instant now) {
        var age = Duration.between(at, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Duration smoothed(Duration old, Duration taken, double memory) {
        var kept = taken.compareTo(old) < 0 ? KEPT_WHEN_SHORTER : KEPT_WHEN_LONGER;
        return Duration.ofNanos(
                Math.max(1, Math.round(blended((double) old.toNanos(), (double) taken.toNanos(), kept * memory))));
    }

    private static double blended(double old, double fresh, double kept) {
        return kept * old + (1 - kept) * fresh;
    }
}
