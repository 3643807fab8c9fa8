// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.Duration;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;

/// How long a command waits, as people write it.
final class WaitLimit {
    /// When nobody says how long.
    static final Duration DEFAULT = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofHours(24);

    private WaitLimit() {}

    /// @param time such as `500ms`, `30s`, `2m` or `1h`; a bare number means seconds
    static Duration parse(String time) throws Failure {
        return TimeWord.parse(time)
                .or(() -> TimeWord.parse(time + "s"))
                .filter(limit -> limit.isPositive() && limit.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> Failure.of(
                        ExitCode.USAGE,
                        new Explanation(
                                "--timeout takes a time.",
                                "It was given something that is not one of 1ms to 24h.",
                                "Write it as a number and ms, s, m or h, such as 30s.")));
    }
}
