// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.json.Json;
import org.ginnel.tunnel.ErrorCause;

/// One endpoint of the API: what is sent, and how its answer is read. Pure.
sealed interface ApiCall<T>
        permits DeviceCall,
                DeviceChange,
                HealthCall,
                ProvisionCall,
                RelaysCall,
                RemoveCall,
                RevokeCall,
                ServersCall,
                WhoamiCall {
    /// Below the URL of the API, such as `/api/servers`.
    String path();

    /// What is sent along.
    default Optional<Json> body() {
        return Optional.empty();
    }

    /// How it is sent: what carries a body is a `POST`, everything else a `GET`, unless a call says otherwise.
    default String method() {
        return body().isPresent() ? "POST" : "GET";
    }

    /// Whether an API may have no such call, or not what it is about. That it answers 404, 405 or 501 is then a
    /// fact of its own ([org.ginnel.tunnel.ErrorCause.ApiFailed]), even as a page for people.
    default boolean mayBeMissing() {
        return false;
    }

    /// Whether the API may say that its answer is the one before, which is then read again.
    default boolean mayBeUnchanged() {
        return false;
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

    /// Reads an answer that says by its status alone that it went well (204).
    default ApiResult<T> readNothing() throws UnexpectedAnswerException {
        throw new UnexpectedAnswerException("an empty answer");
    }

    /// For people and logs, such as `GET /api/servers`.
    default String name() {
        return method() + " " + path();
    }
}
