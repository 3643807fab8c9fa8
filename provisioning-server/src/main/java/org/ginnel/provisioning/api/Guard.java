// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;
import java.util.Optional;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;

/// Says who a call comes from, before anything of its body is read, or refuses it.
final class Guard {
    private static final String BEARER = "Bearer ";

    private final LegacyKeys keys;
    private final Fleet fleet;
    private final FailedAttempts failures;

    Guard(LegacyKeys keys, Fleet fleet, FailedAttempts failures) {
        this.keys = keys;
        this.fleet = fleet;
        this.failures = failures;
    }

    /// Who holds the key of header `X-API-Key`.
    Caller caller(Call call) {
        return required(call, call.header().apply("X-API-Key").flatMap(keys::verify), Problem.UNAUTHORIZED);
    }

    /// The gateway whose agent calls.
    Gateway agent(Call call) {
        var token = call.header()
                .apply("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        var gateway = required(call, token.flatMap(fleet::ofAgent), Problem.UNAUTHORIZED_AGENT);
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
