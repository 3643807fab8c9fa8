// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the `Retry-After` header (RFC 9110, section 10.2.3), in seconds or as a date.
final class RetryAfter {
    /// Nobody makes us wait longer than this.
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /// How long to wait from `now`, at most a day; empty for what is neither.
    static Optional<Duration> parse(String header, Instant now) {
        var text = header.strip();
        return text.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(text)).map(RetryAfter::seconds)
                : date(text, now);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            var then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(seconds(Math.max(0, Duration.between(now, then).toSeconds())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
