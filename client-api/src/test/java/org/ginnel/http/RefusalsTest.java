// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.ApiFailed;
import org.ginnel.tunnel.ErrorCause.ApiMalformed;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers that are no good ones, as servers, frameworks, proxies and portals give them.
class RefusalsTest {
    private static final String LIST = "GET /api/servers";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                of(401, JSON, error("Invalid or missing API key"), new ErrorCause.KeyRefused()),
                of(401, "", "", new ErrorCause.KeyRefused()),
                of(401, HTML, page("401 Unauthorized"), malformed("401 text/html: 401 Unauthorized")),
                of(403, JSON, error("Server not available"), new ApiFailed(LIST, 403, "Server not available")),
                of(403, HTML, page("Blocked by ACME WAF"), malformed("403 text/html: Blocked by ACME WAF")),
                of(400, HTML, page("400 Bad Request"), malformed("400 text/html: 400 Bad Request")),
                of(404, HTML, page("404 Not Found"), malformed("404 text/html: 404 Not Found")),
                of(405, HTML, page("405 Method Not Allowed"), malformed("405 text/html: 405 Method Not Allowed")),
                of(
                        415,
                        HTML,
                        page("415 Unsupported Media Type"),
                        malformed("415 text/html: 415 Unsupported Media Type")),
                of(500, HTML, page("500 Internal Server Error"), new ApiFailed(LIST, 500, "")),
                of(500, JSON, error("No servers available"), new ApiFailed(LIST, 500, "No servers available")),
                of(502, HTML, page("502 Bad Gateway"), new ApiFailed(LIST, 502, "")),
                of(
                        503,
                        JSON,
                        error("a\\nb\\u001b[2Jc " + "x".repeat(999)),
                        new ApiFailed(LIST, 503, "a b [2Jc " + "x".repeat(191))),
                of(418, JSON, "{\"error\":{\"deep\":1}}", new ApiFailed(LIST, 418, "")),
                of(400, "text/plain", "no", new ApiFailed(LIST, 400, "")),
                of(200, HTML, page("Free Wi-Fi"), malformed("200 text/html: Free Wi-Fi")),
                of(200, JSON, page("Free Wi-Fi"), malformed("200 application/json: Free Wi-Fi")),
                of(200, HTML, "<html>", malformed("200 text/html")),
                of(200, JSON, "", malformed("an empty answer")),
                of(204, "", "", malformed("an empty answer")),
                of(200, JSON, "nonsense", malformed("not JSON")),
                of(200, JSON, "{\"servers\":[]} {}", malformed("not JSON")),
                of(200, JSON, "[".repeat(50_000), malformed("not JSON")),
                of(200, JSON, "null", malformed("null")),
                of(200, JSON, "[]", malformed("an array")),
                of(200, JSON, "7", malformed("7")),
                of(200, JSON, "{}", malformed("tier: missing")),
                of(200, JSON, "{\"tier\":7}", malformed("tier: 7")),
                of(200, JSON, "{\"tier\":\"pro\",\"servers\":[]}", malformed("tier_info: missing")),
                of(200, JSON, Samples.servers().replace("[]", "{}"), malformed("servers: an object")),
                of(200, JSON, Samples.servers().replace("15", "-1"), malformed("tier_info.max_servers: -1")));
    }

    @ParameterizedTest
    @MethodSource
    void refusals(int status, String type, String body, ErrorCause cause) {
        server.enqueue(Api.answer(status, type, body));

        assertThat(Api.cause(Api.client(server).servers())).isEqualTo(cause);
    }

    @Test
    void whatATierDoesNotOffer_isRefusedByItsName() {
        server.enqueue(Api.json(403, error("Server not available for your subscription tier")));
        server.enqueue(Api.json(500, error("No servers available")));
        server.enqueue(Api.json(500, error("Failed to generate client configuration")));
        var client = Api.client(server);
        var key = PrivateKey.parse(Samples.OWN_KEY).orElseThrow().publicKey();

        assertThat(Api.cause(client.provision("me-south-1", key, "laptop")))
                .isEqualTo(new ErrorCause.TierRefused("me-south-1"));
        assertThat(Api.cause(client.provision("me-south-1", key, "laptop"))).isEqualTo(new ErrorCause.NoServers());
        assertThat(Api.cause(client.provision("me-south-1", key, "laptop")))
                .isEqualTo(new ApiFailed("POST /api/provision", 500, "Failed to generate client configuration"));
    }

    @Test
    void aCallThatSendsNoKey_isNotRefusedForTheKey() {
        server.enqueue(Api.json(401, error("who are you")));

        assertThat(Api.cause(Api.client(server).whoami()))
                .isEqualTo(new ApiFailed("GET /api/whoami", 401, "who are you"));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 0",
        "99999999999, 86400",
        "'Sat, 21 Nov 2026 12:01:30 GMT', 90",
        "'Sat, 21 Nov 2026 11:00:00 GMT', 0",
        "'Sun, 21 Nov 2027 12:00:00 GMT', 86400",
        "-5,",
        "soon,"
    })
    void retryAfter_isReadInBothForms(String header, Long seconds) {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", header)
                .build());

        assertThat(Api.cause(Api.client(server).servers()))
                .isEqualTo(
                        new ErrorCause.RateLimited(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }

    @Test
    void rateLimits_needNotSayForHowLong() {
        server.enqueue(Api.answer(429, HTML, page("Slow down")));

        assertThat(Api.cause(Api.client(server).servers())).isEqualTo(new ErrorCause.RateLimited(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void redirects_areNotFollowed(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", server.url("/stolen"))
                .build());

        assertThat(Api.cause(Api.client(server).servers()))
                .isEqualTo(malformed(status + " redirect to " + server.url("/stolen")));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static Arguments of(int status, String type, String body, ErrorCause cause) {
        return Arguments.of(status, type, body, cause);
    }

    private static ApiMalformed malformed(String found) {
        return new ApiMalformed(LIST, found);
    }

    private static String error(String text) {
        return "{\"error\":\"" + text + "\"}";
    }

    private static String page(String title) {
        return "<!doctype html>\n<html lang=en>\n<title>" + title + "</title>\n<p>Sorry.</p>\n";
    }
}
