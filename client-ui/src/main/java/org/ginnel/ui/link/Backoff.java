// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.time.Duration;

/// How long to wait before asking again: a quarter of a second, doubling, at most five seconds.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// @param failures how many attempts have failed in a row, from 1
    static Duration after(int failures) {
        var wait = FIRST.multipliedBy(1L << Math.clamp(failures - 1, 0, 5));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private Backoff() {}
}
