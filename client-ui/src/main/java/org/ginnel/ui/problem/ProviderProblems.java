// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.host.HowTo;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// Problems on the way to the provider's API or with what it answers.
final class ProviderProblems {
    private static final int NOT_FOUND = 404;

    static Problem offline(String host) {
        return Problem.curable(
                Message.of("offline.title"),
                Message.of("offline.why", host),
                Message.of("offline.next"),
                new Remedy.Retry());
    }

    static Problem untrusted(ErrorCause.ApiUntrusted untrusted, HowTo how) {
        return Problem.curable(
                Message.of("untrusted.title", untrusted.host()),
                Message.of("untrusted.why", untrusted.detail()),
                Message.of("untrusted.next", how.authorities()),
                new Remedy.Retry());
    }

    static Problem malformed(ErrorCause.ApiMalformed malformed) {
        return Problem.curable(
                Message.of("malformed.title"),
                Message.of("malformed.why", malformed.call(), malformed.found()),
                Message.of("malformed.next"),
                new Remedy.Retry());
    }

    static Problem tooLarge(ErrorCause.ApiTooLarge large) {
        return Problem.curable(
                Message.of("tooLarge.title"),
                Message.of("tooLarge.why", large.call(), Units.bytes(large.limitBytes())),
                Message.of("tooLarge.next"),
                new Remedy.Retry());
    }

    static Problem tooSlow(ErrorCause.ApiTooSlow slow) {
        return Problem.curable(
                Message.of("tooSlow.title"),
                Message.of("tooSlow.why", slow.call(), Units.wait(slow.limit())),
                Message.of("tooSlow.next"),
                new Remedy.Retry());
    }

    static Problem rateLimited(Optional<Duration> retryAfter) {
        var next = retryAfter
                .map(wait -> Message.of("rateLimited.nextIn", Units.wait(wait)))
                .orElseGet(() -> Message.of("rateLimited.next"));
        return Problem.curable(
                Message.of("rateLimited.title"), Message.of("rateLimited.why"), next, new Remedy.Retry());
    }

    static Problem failed(ErrorCause.ApiFailed failed) {
        var why = failed.message().isBlank()
                ? Message.of("apiFailed.whySilent", failed.call(), failed.status())
                : Message.of("apiFailed.why", failed.call(), failed.status(), failed.message());
        var next = failed.status() == NOT_FOUND ? Message.of("malformed.next") : Message.of("apiFailed.next");
        return Problem.curable(Message.of("apiFailed.title"), why, next, new Remedy.Retry());
    }

    private ProviderProblems() {}
}
