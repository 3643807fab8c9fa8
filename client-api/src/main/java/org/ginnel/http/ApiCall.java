// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;

/// One endpoint of the API: what is sent, and how its answer is read. Pure.
sealed interface ApiCall<T> permits HealthCall, ProvisionCall, RevokeCall, ServersCall, WhoamiCall {
    /// Below the URL of the API, such as `/api/servers`.
    String path();

    /// What is posted; a call without it is a `GET`.
    default Optional<JsonNode> body() {
        return Optional.empty();
    }

    /// Whether the API key goes along.
    default boolean carriesKey() {
        return true;
    }

    /// How long all of it may take.
    default Duration limit(Timeouts timeouts) {
        return timeouts.call();
    }

    /// What a refusal means beyond what its status says.
    ///
    /// @param error what the API said, cleaned
    default Optional<ErrorCause> meaning(int status, String error) {
        return Optional.empty();
    }

    /// Reads the answer to a call that went well.
    ApiResult<T> read(JsonFields answer) throws UnexpectedAnswerException;

    /// For people and logs, such as `GET /api/servers`.
    default String name() {
        return (body().isPresent() ? "POST " : "GET ") + path();
    }
}
