// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A length of time as people write it: a number and its unit.
final class TimeWord {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");

    private TimeWord() {}

    /// @param word such as `500ms`, `30s`, `2m` or `1h`; anything else is none
    static Optional<Duration> parse(String word) {
        var matcher = TIME.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}
