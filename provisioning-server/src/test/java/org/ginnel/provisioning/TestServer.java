// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.key.Secret;

/// A real server on a free port, and a client that shows every byte of an answer.
public final class TestServer implements AutoCloseable {
    static final Secret SECRET = Secret.of("4f1c9a7d20b86e35a1d4c7f09b2e6835");

    private static final OpenApiDocument DESCRIPTION = OpenApiDocument.read();

    private final ProvisioningServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    private TestServer(ProvisioningServer server) {
        this.server = server;
    }

    static Settings settings(Path directory) {
        return Settings.local(directory.resolve("test.db"), SECRET, FleetFile.reference());
    }

    static TestServer start(Path directory) {
        return start(settings(directory));
    }

    static TestServer start(Settings settings) {
        return new TestServer(ProvisioningServer.start(settings));
    }

    static String key(String user, String tier) {
        return new LegacyKeys(SECRET).mint(new Caller(user, tier));
    }

    int port() {
        return server.port();
    }

    Reply get(String path, String... headers) {
        return send(path, request -> request.GET(), headers);
    }

    Reply post(String path, String body, String... headers) {
        return send(path, request -> request.POST(BodyPublishers.ofString(body)), headers);
    }

    Reply method(String method, String path) {
        return send(path, request -> request.method(method, BodyPublishers.noBody()));
    }

    /// A POST with a key and a JSON content type.
    Reply postJson(String path, String key, String body) {
        return post(path, body, "X-API-Key", key, "Content-Type", "application/json");
    }

    /// The text of an answer that is no JSON.
    String raw(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A call with a key and, where there is one, a JSON body. Whatever `/api/v1` answers has to be as it is described.
    Reply call(String method, String path, String key, String body, String... headers) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-API-Key", key, "Content-Type", "application/json"));
        return send(path, request -> request.method(method, publisher), all.toArray(String[]::new));
    }

    private Reply send(String path, UnaryOperator<HttpRequest.Builder> how, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = client.send(how.apply(request).build(), BodyHandlers.ofString());
            var reply = new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().map(),
                    response.body(),
                    response.body().isEmpty() ? json.nullNode() : json.readTree(response.body()));
            if (path.startsWith("/api/v1/")) {
                assertThat(DESCRIPTION.problems(response.request().method(), path, reply))
                        .as(reply.toString())
                        .isEmpty();
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    /// @param text the body, byte by byte
    record Reply(int status, String contentType, Map<String, List<String>> headers, String text, JsonNode json) {
        /// The first value of a header, or an empty text.
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }
}
