// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.UserTerms;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Holder;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.store.AccountStore;
import org.ginnel.provisioning.store.TokenStore;

/// Says who a call comes from, before anything of its body is read, or refuses it.
final class Guard {
    private static final String BEARER = "Bearer ";

    private final LegacyKeys keys;
    private final TokenStore tokens;
    private final AccountStore accounts;
    private final Supplier<Fleet> fleet;
    private final FailedAttempts failures;
    private final RateLimits limits;

    Guard(
            LegacyKeys keys,
            TokenStore tokens,
            AccountStore accounts,
            Supplier<Fleet> fleet,
            FailedAttempts failures,
            RateLimits limits) {
        this.keys = keys;
        this.tokens = tokens;
        this.accounts = accounts;
        this.fleet = fleet;
        this.failures = failures;
        this.limits = limits;
    }

    /// Counts a call that needs no key.
    void anybody(Call call) {
        limits.count(call.remote());
    }

    /// Who holds the key, which is in header `X-API-Key` or a bearer token.
    Caller caller(Call call, Permission needed) {
        return holder(call, needed).caller();
    }

    Holder holder(Call call, Permission needed) {
        return anyOf(call, needed);
    }

    /// Who holds the key, if it may do one of these.
    Holder anyOf(Call call, Permission... enough) {
        var presented = call.header().apply("X-API-Key").or(() -> bearer(call));
        var holder = required(call, presented.flatMap(this::verify), Problem.UNAUTHORIZED);
        limits.count(call.remote());
        limits.count(holder.keyId());
        if (Arrays.stream(enough).noneMatch(holder.permissions()::contains)) {
            throw new Refusal(Problem.NOT_PERMITTED);
        }
        if (accounts.find(holder.caller().user()).filter(UserTerms::suspended).isPresent()) {
            throw new Refusal(Problem.SUSPENDED);
        }
        return new Holder(accounts.settle(holder.caller()), holder.permissions(), holder.keyId());
    }

    /// Whoever holds a token that may administer.
    Holder admin(Call call) {
        return holder(call, Permission.ADMIN);
    }

    private Optional<Holder> verify(String key) {
        return AccessToken.looksLike(key)
                ? AccessToken.parse(key).flatMap(tokens::verify)
                : keys.verify(key)
                        .map(caller -> new Holder(
                                caller, Permission.ofUsers(), "legacy:" + caller.user() + ":" + caller.tier()));
    }

    private static Optional<String> bearer(Call call) {
        return call.header()
                .apply("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /// The gateway whose agent calls.
    Gateway agent(Call call) {
        var gateway =
                required(call, bearer(call).flatMap(token -> fleet.get().ofAgent(token)), Problem.UNAUTHORIZED_AGENT);
        if (call.query().apply("server").filter(id -> !id.equals(gateway.id())).isPresent()) {
            throw new Refusal(Problem.OTHER_SERVER);
        }
        return gateway;
    }

    private <T> T required(Call call, Optional<T> known, Problem otherwise) {
        if (known.isPresent()) {
            return known.get();
        }
        var wait = failures.count(call.remote());
        if (wait.isPresent()) {
            throw new Refusal(
                    Problem.TOO_MANY_FAILURES,
                    Map.of("Retry-After", Long.toString(wait.get().toSeconds())));
        }
        throw new Refusal(otherwise);
    }
}
