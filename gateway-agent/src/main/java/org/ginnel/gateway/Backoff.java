// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to stay away after failures: doubled each time from a quarter of a second, of which a random part of at
/// least one half, so that agents do not come back all at once.
///
/// Who is away is asked again every second at the latest: provisioning waits only a few seconds for a gateway, so an
/// agent that stayed away for longer would fail the first client that comes back. Who refused us is left alone for
/// up to half a minute.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_REFUSED = Duration.ofSeconds(30);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param failures in a row, from 1
    /// @param refused whether the last one was an answer that a repeated call will not change
    Duration after(int failures, boolean refused) {
        var doublings = Math.min(failures - 1, 16);
        var longest = refused ? LONGEST_REFUSED : LONGEST_AWAY;
        var whole = Math.min(FIRST.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
