// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// `GET /api/health`, which needs no key and gets none.
record HealthCall() implements ApiCall<Health> {
    @Override
    public String path() {
        return "/api/health";
    }

    @Override
    public boolean carriesKey() {
        return false;
    }

    @Override
    public ApiResult<Health> read(JsonFields answer) throws UnexpectedAnswerException {
        return new ApiResult.Ok<>(new Health(answer.label("status", 64), instant(answer.label("timestamp", 64))));
    }

    /// Legacy servers leave the zone out and mean UTC.
    private static Optional<Instant> instant(String text) {
        try {
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
