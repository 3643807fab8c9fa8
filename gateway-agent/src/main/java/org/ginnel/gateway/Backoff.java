// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to stay away after failures: doubled each time from a quarter of a second up to half a minute, of which a
/// random part of at least one half, so that agents do not come back all at once.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param failures in a row, from 1
    Duration after(int failures) {
        var doublings = Math.min(failures - 1, 16);
        var whole = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
