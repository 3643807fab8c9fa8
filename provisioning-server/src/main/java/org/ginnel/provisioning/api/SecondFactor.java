// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ginnel.provisioning.factor.FactorSeal;
import org.ginnel.provisioning.factor.RecoveryCode;
import org.ginnel.provisioning.factor.SessionToken;
import org.ginnel.provisioning.key.Holder;
import org.ginnel.provisioning.store.FactorStore;
import org.ginnel.wireguard.IpLiteral;

/// Opens the sessions of those who administer: the token, and a code that is taken once. Five codes may be tried at
/// once, then one every half minute; with a million codes of which three are right that is years.
final class SecondFactor {
    private final FactorStore factors;
    private final FactorSeal seal;
    private final Clock clock;
    private final SecureRandom random;
    private final Buckets attempts;

    SecondFactor(FactorStore factors, FactorSeal seal, Clock clock, SecureRandom random, LongSupplier nanoTime) {
        this.factors = factors;
        this.seal = seal;
        this.clock = clock;
        this.random = random;
        this.attempts = new Buckets(5, Duration.ofSeconds(30), nanoTime);
    }

    /// Opens a session for whoever holds the token and gave the code.
    ///
    /// @throws Refusal when the code is not right, was taken before, or too many were tried
    Opened open(Holder holder, Call call, String code) {
        var user = holder.caller().user();
        var sealed = factors.sealed(user).orElseThrow(() -> new Refusal(Problem.NO_SECOND_FACTOR));
        var wait = attempts.take(user);
        if (wait.isPresent()) {
            throw new Refusal(
                    Problem.TOO_MANY_FAILURES,
                    Map.of("Retry-After", Long.toString(wait.get().toSeconds())));
        }
        var session = SessionToken.generate(random);
        var from = IpLiteral.format(call.remote());
        var end = RecoveryCode.looksLike(code)
                ? factors.open(user, holder.tokenId(), RecoveryCode.typed(code), session, from)
                : byApp(holder, sealed, code, session, from);
        return end.map(ends -> new Opened(session, ends)).orElseThrow(() -> new Refusal(Problem.WRONG_CODE));
    }

    private Optional<Instant> byApp(Holder holder, byte[] sealed, String code, SessionToken session, String from) {
        var user = holder.caller().user();
        var secret = seal.open(user, sealed).orElseThrow(() -> new Refusal(Problem.NO_SECOND_FACTOR));
        var step = secret.verify(code, clock.instant());
        if (step.isEmpty()) {
            factors.refused(user, from);
            return Optional.empty();
        }
        return factors.open(user, holder.tokenId(), step.getAsLong(), session, from);
    }

    /// Whether the caller's session goes on.
    boolean isOpen(Holder holder, Call call) {
        return presented(call)
                .filter(session -> factors.isOpen(session, holder.tokenId()))
                .isPresent();
    }

    /// Ends the caller's session.
    void end(Call call) {
        presented(call).ifPresent(factors::end);
    }

    private static Optional<SessionToken> presented(Call call) {
        return call.header().apply("X-Admin-Session").map(SessionToken::presented);
    }

    /// A session and when it ends.
    record Opened(SessionToken session, Instant ends) {}
}
