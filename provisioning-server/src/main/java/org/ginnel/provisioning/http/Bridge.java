// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ginnel.provisioning.api.Api;
import org.ginnel.provisioning.api.Call;
import org.ginnel.provisioning.api.Problem;

/// Turns what the web server knows into a [Call], and an [Answer] into what it sends.
final class Bridge {
    private static final String JSON = "application/json";

    private final Api api;

    Bridge(Api api) {
        this.api = api;
    }

    void handle(ServerRequest request, ServerResponse response) {
        var answer = api.handle(new Call(
                request.prologue().method().text(),
                request.path().absolute().path(),
                name -> request.query().contains(name)
                        ? Optional.of(request.query().get(name))
                        : Optional.empty(),
                name -> request.headers().first(HeaderNames.create(name)),
                remote(request),
                limit -> read(request, limit)));
        response.status(answer.status());
        response.header(HeaderNames.CONTENT_TYPE, JSON);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        answer.headers().forEach((name, value) -> response.header(name, value));
        if (!request.content().consumed() && request.content().hasEntity()) {
            response.header(HeaderNames.CONNECTION, "close");
        }
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send(); // RFC 9110, section 9.3.2: never a body
        } else {
            response.send(answer.json().getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Helidon has this for bytes that never become a request, and for its own limits.
    DirectHandler.TransportResponse refuse(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        var answer = api.refuse(problem(type, status));
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(answer.status()))
                .header(HeaderNames.CONTENT_TYPE, JSON)
                .keepAlive(false)
                .entity(answer.json().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Problem problem(DirectHandler.EventType type, Status status) {
        return switch (type) {
            case PAYLOAD_TOO_LARGE -> Problem.TOO_LARGE;
            case INTERNAL_ERROR -> Problem.INTERNAL;
            case BAD_REQUEST, FORBIDDEN, HTTP_VERSION_NOT_SUPPORTED -> Problem.BAD_REQUEST;
            case OTHER -> status.code() >= 500 ? Problem.INTERNAL : Problem.BAD_REQUEST;
        };
    }

    private static InetAddress remote(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static Optional<byte[]> read(ServerRequest request, int limit) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        if (request.headers().contentLength().orElse(0) > limit) {
            return Optional.empty();
        }
        try (var in = request.content().inputStream()) {
            var bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
