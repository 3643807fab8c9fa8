// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Instant;
import org.ginnel.tunnel.ErrorCause;

/// Says what an answer that is not a good one means. A page of HTML is never taken for the API's word: a proxy's or a
/// captive portal's 401 does not mean that the key is wrong.
final class Refusals {
    private Refusals() {}

    /// What to tell of a refusal.
    ///
    /// @param now to count a `Retry-After` date from
    static ErrorCause cause(ApiCall<?> call, Answer answer, Instant now) {
        if (answer.status() == 429) {
            return new ErrorCause.RateLimited(answer.retryAfter().flatMap(header -> RetryAfter.parse(header, now)));
        }
        if (answer.isRedirect()) {
            var target = answer.location().map(to -> " to " + to).orElse("");
            return malformed(call, answer.status() + " redirect" + target);
        }
        if (call.mayBeMissing() && answer.isMissing()) {
            return new ErrorCause.ApiFailed(call.name(), answer.status(), answer.error());
        }
        if (answer.isHtml() && answer.status() < 500) {
            return malformed(call, answer.describe());
        }
        var error = answer.error();
        if (answer.status() == 401 && call.carriesKey()) {
            return new ErrorCause.KeyRefused();
        }
        return call.meaning(answer.status(), error)
                .orElseGet(() -> new ErrorCause.ApiFailed(call.name(), answer.status(), error));
    }

    /// The answer is not what the wire contract says.
    static ErrorCause malformed(ApiCall<?> call, String found) {
        return new ErrorCause.ApiMalformed(call.name(), PlainText.of(found, 200));
    }
}
