// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.event;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When an event that was not taken is sent again: after two seconds, doubling up to an hour, of which a random part of
/// at least one half; given up after some eleven hours.
final class Retries {
    /// How often an event is sent at most.
    static final int MOST = 20;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Retries() {}

    /// @param attempts that failed, from 1
    static Duration after(int attempts, RandomGenerator random) {
        var whole = Math.min(FIRST.toMillis() << Math.min(attempts - 1, 16), LONGEST.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
