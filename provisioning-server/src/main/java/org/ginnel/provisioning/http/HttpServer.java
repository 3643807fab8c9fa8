// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.api.Api;
import org.ginnel.provisioning.api.Origins;
import org.ginnel.wireguard.IpLiteral;

/// Carries the API over HTTP/1.1, with TLS 1.3 and 1.2 where there is a keystore. Everything a caller may hold on to
/// is bounded: connections, sizes and times.
public final class HttpServer implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 4096;
    private static final int MAX_PROLOGUE = 4096;
    private static final int MAX_HEADERS = 16 << 10;
    private static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

    private final WebServer server;
    private final Patience patience;

    private HttpServer(WebServer server, Patience patience) {
        this.server = server;
        this.patience = patience;
    }

    /// Loads what listening needs, beside whatever else a start has to do; a start without it is only slower.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("http-prepare").start(WebServer::builder);
    }

    /// Starts to listen.
    ///
    /// @param listen port 0 takes any free one
    /// @throws IllegalStateException when the address cannot be had, with a sentence on what to do
    public static HttpServer start(InetSocketAddress listen, Optional<TlsKeystore> keystore, Origins origins, Api api) {
        var patience = new Patience(System::nanoTime);
        var bridge = new Bridge(api, origins, patience);
        var builder = WebServer.builder()
                .address(listen.getAddress())
                .port(listen.getPort())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(500))
                .maxTcpConnections(MAX_CONNECTIONS)
                .connectionOptions(new WatchedSockets(patience, FIRST_REQUEST))
                .protocols(List.of(Http1Config.builder()
                        .maxPrologueLength(MAX_PROLOGUE)
                        .maxHeadersSize(MAX_HEADERS)
                        .build()))
                .directHandlers(everyRefusal(bridge))
                .routing(routing -> routing.any(bridge::handle));
        keystore.ifPresent(store -> builder.tls(tls(store)));
        var server = builder.build().start();
        if (!server.isRunning()) { // it only logs why
            throw new IllegalStateException("The address " + IpLiteral.format(listen.getAddress()) + " cannot be"
                    + " listened on at port " + listen.getPort() + " (" + reason(listen)
                    + "). Is another program using it, or is it another machine's? --listen names another one.");
        }
        patience.start();
        return new HttpServer(server, patience);
    }

    /// What the system says when it is asked once more.
    private static String reason(InetSocketAddress listen) {
        try (var socket = new ServerSocket()) {
            socket.bind(listen);
            return "it was taken a moment ago";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Tls tls(TlsKeystore keystore) {
        return Tls.builder()
                .sslContext(keystore.context())
                .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
                .build();
    }

    private static DirectHandlers everyRefusal(Bridge bridge) {
        var handlers = DirectHandlers.builder();
        for (var type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, bridge::refuse);
        }
        return handlers.build();
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        patience.close();
    }
}
