// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.io.IOException;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/// An operator's API on loopback that knows one key and three servers, or answers as a test says.
final class FakeApi implements AutoCloseable {
    static final String KEY = "testuser_pro_a3562544513ab101";

    private static final String SERVER = """
            {"id":"%s","name":"%s","endpoint":"203.0.113.%d","port":51820,"region":"r","country":"C","tier":"basic",
             "latitude":1.0,"longitude":2.0}""";
    private static final String LIST = """
            {"servers":[%s,%s,%s],"tier":"pro","tier_info":{"name":"Pro","max_servers":15,"description":"All"}}""".formatted(
                    SERVER.formatted("one", "Oslo", 1),
                    SERVER.formatted("two", "Rome", 2),
                    SERVER.formatted("three", "Bern", 3));
    private static final String CONFIG = "[Interface]\\nAddress = 10.7.0.2/24\\nDNS = 10.7.0.1\\n\\n[Peer]\\n"
            + "PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\\nAllowedIPs = 0.0.0.0/0\\n"
            + "Endpoint = 203.0.113.9:51820\\n";

    private final MockWebServer server = new MockWebServer();
    private volatile String config = CONFIG;
    private volatile int status = 200;

    FakeApi() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /// From now on this is the config, with `\n` for line ends.
    void config(String text) {
        config = text;
    }

    /// From now on every call ends with this status.
    void status(int code) {
        status = code;
    }

    private MockResponse answer(RecordedRequest request) {
        if (status != 200) {
            return json(status, "{\"error\":\"so it is\"}");
        }
        if (request.getUrl().encodedPath().equals("/api/whoami")) {
            return json(200, "{\"address\":\"198.51.100.2\"}");
        }
        if (!KEY.equals(request.getHeaders().get("X-API-Key"))) {
            return json(401, "{\"error\":\"Invalid or missing API key\"}");
        }
        return switch (request.getUrl().encodedPath()) {
            case "/api/servers" -> json(200, LIST);
            case "/api/provision" -> json(200, """
                        {"success":true,"config":"%s","client_name":"c1","server":%s,"available_servers":[]}""".formatted(config, asked(request)));
            case "/api/revoke" -> json(200, "{\"success\":true,\"message\":\"revoked\"}");
            default -> json(404, "{\"error\":\"no such thing\"}");
        };
    }

    /// The server a config is asked for.
    private static String asked(RecordedRequest request) {
        var body = String.valueOf(
                request.getBody() == null ? "" : request.getBody().utf8());
        return Stream.of("one", "two", "three")
                .filter(id -> body.contains("\"" + id + "\""))
                .map(id -> SERVER.formatted(id, "City", 1))
                .findFirst()
                .orElse("{}");
    }

    private static MockResponse json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
