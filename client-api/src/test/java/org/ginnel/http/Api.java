// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.tunnel.ErrorCause;

/// Clients of servers on this machine, and what tests ask them.
final class Api {
    static final ApiKey KEY = ApiKey.parse("demo_user_basic_3680ccb7455473be").orElseThrow();
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    /// Longer than any test should take, even on a machine that is busy.
    static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(30));

    /// Short, but long enough for a connection on this machine.
    static final Timeouts BRISK =
            new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofMillis(2_500));

    private Api() {}

    static ApiTransport transport(Timeouts timeouts) {
        return new ApiTransport(
                timeouts,
                List.of(),
                host -> List.of(InetAddress.getLoopbackAddress()),
                InstantSource.fixed(NOON),
                "ginnel-test/1");
    }

    static ApiClient client(MockWebServer server) {
        return client(server.getPort(), PATIENT);
    }

    static ApiClient client(int port, Timeouts timeouts) {
        return new ApiClient(new ApiUrl(false, "127.0.0.1", port, ""), KEY, transport(timeouts));
    }

    static MockResponse json(int status, String body) {
        return answer(status, "application/json", body);
    }

    static MockResponse answer(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    static <T> T ok(ApiResult<T> result) {
        return switch (result) {
            case ApiResult.Ok<T>(var value) -> value;
            case ApiResult.Failed<T>(var cause) -> throw new AssertionError("failed: " + cause);
        };
    }

    static ErrorCause cause(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Ok<?>(var value) -> throw new AssertionError("went well: " + value);
            case ApiResult.Failed<?>(var cause) -> cause;
        };
    }
}
