// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The weather on a link, the same in both directions.
///
/// @param oneWay how long every packet is under way
/// @param jitter at most this much longer, evenly spread; packets never overtake each other
/// @param loss probability that a packet is lost, 0 to 1, in each direction
/// @param hole whether every packet vanishes
public record Conditions(Duration oneWay, Duration jitter, double loss, boolean hole) {
    public Conditions {
        if (oneWay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative");
        }
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("a loss is 0 to 1");
        }
    }

    /// A sound link with this round trip.
    public static Conditions roundTrip(Duration roundTrip) {
        return new Conditions(roundTrip.dividedBy(2), Duration.ZERO, 0, false);
    }

    /// Whether the next packet is lost.
    boolean loses(RandomGenerator random) {
        return hole || (loss > 0 && random.nextDouble() < loss);
    }

    /// How long the next packet is under way, in nanoseconds.
    long delayNanos(RandomGenerator random) {
        return oneWay.toNanos() + (jitter.isZero() ? 0 : random.nextLong(jitter.toNanos()));
    }
}
