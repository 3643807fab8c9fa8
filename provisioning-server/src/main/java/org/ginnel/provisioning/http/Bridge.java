// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ginnel.provisioning.api.Answer;
import org.ginnel.provisioning.api.Api;
import org.ginnel.provisioning.api.Call;
import org.ginnel.provisioning.api.IncompleteBodyException;
import org.ginnel.provisioning.api.Origins;
import org.ginnel.provisioning.api.Problem;

/// Turns what the web server knows into a [Call], and an [Answer] into what it sends.
final class Bridge {
    private static final String JSON = "application/json";
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Duration NEXT_REQUEST = Duration.ofSeconds(30);
    private static final Duration WHOLE_BODY = Duration.ofSeconds(5);
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int MAX_LINGER = 1 << 20;

    private final Api api;
    private final Origins origins;
    private final HeaderName proxyHeader;
    private final Patience patience;

    Bridge(Api api, Origins origins, Patience patience) {
        this.api = api;
        this.origins = origins;
        this.proxyHeader = HeaderNames.create(origins.header().text());
        this.patience = patience;
    }

    void handle(ServerRequest request, ServerResponse response) {
        var client = request.remotePeer().address();
        patience.rest(client);
        var unread = request.content().hasEntity();
        send(
                request,
                response,
                api.handle(call(request, client)),
                unread && !request.content().consumed());
        if (response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
                || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            linger(request, client);
            throw new CloseConnectionException("answered"); // the header alone does not make Helidon close
        }
        patience.expect(client, NEXT_REQUEST);
    }

    private Call call(ServerRequest request, SocketAddress client) {
        return new Call(
                request.prologue().method().text(),
                request.path().absolute().path(),
                Map.of(),
                name -> request.query().contains(name)
                        ? Optional.of(request.query().get(name))
                        : Optional.empty(),
                name -> request.headers().first(HeaderNames.create(name)),
                origin(request, client),
                limit -> read(request, client, limit));
    }

    /// A caller may send the header too, in a line of its own before the proxy's: all lines count, in their order.
    private InetAddress origin(ServerRequest request, SocketAddress client) {
        var peer = client instanceof InetSocketAddress socket ? socket.getAddress() : InetAddress.getLoopbackAddress();
        return origins.of(
                peer,
                request.headers().contains(proxyHeader)
                        ? Optional.of(String.join(
                                ",", request.headers().get(proxyHeader).allValues()))
                        : Optional.empty());
    }

    private static void send(ServerRequest request, ServerResponse response, Answer answer, boolean close) {
        response.status(answer.status());
        if (!answer.json().isEmpty()) {
            response.header(HeaderValues.CONTENT_TYPE_JSON);
        }
        response.header(NO_STORE);
        answer.headers().forEach((name, value) -> response.header(name, value));
        if (close) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        if (request.prologue().method().equals(Method.HEAD) || answer.json().isEmpty()) {
            response.send(); // RFC 9110, section 9.3.2: never a body after HEAD
        } else {
            response.send(answer.json().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<byte[]> read(ServerRequest request, SocketAddress client, int limit) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        var announced = request.headers().contentLength().orElse(0);
        if (announced > limit) {
            return Optional.empty();
        }
        patience.expect(client, WHOLE_BODY);
        try {
            var bytes = whole(request.content().inputStream(), (int) announced, limit);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        } catch (IOException | RuntimeException e) {
            throw new IncompleteBodyException(e); // Helidon has several of its own for a body that stops
        } finally {
            patience.rest(client);
        }
    }

    /// Everything up to the end, but never more than `limit` bytes and one.
    ///
    /// @param announced how many bytes there are; 0 when nobody said, and then a buffer for more is needed
    private static byte[] whole(InputStream in, int announced, int limit) throws IOException {
        if (announced == 0) {
            return in.readNBytes(limit + 1);
        }
        var bytes = in.readNBytes(announced);
        if (in.read() >= 0) {
            throw new IOException("more than was announced");
        }
        return bytes;
    }

    /// Takes a little of what is still coming: closing at once would reset the connection, and the client might never
    /// see the answer.
    private void linger(ServerRequest request, SocketAddress client) {
        if (!request.content().hasEntity() || request.content().consumed()) {
            return;
        }
        patience.expect(client, LINGER);
        try {
            request.content().inputStream().skip(MAX_LINGER);
        } catch (IOException | RuntimeException e) {
            return; // it was only for the client's sake
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
}
