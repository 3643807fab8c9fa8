// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.operator;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ginnel.lab.Lab;

/// Another server in the place of the API, with the API's certificate: answers whatever a test wants answered.
///
/// [Operator#stopApi()] makes room for it, and after [#close()] there is room for [Operator#startApi()].
public final class Impostor implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;

    /// Answers from now on.
    ///
    /// @param handler called for every request, each on a thread of its own
    public Impostor(Lab lab, Operator operator, HttpHandler handler) throws IOException {
        var tls = tls(operator.certificate());
        var address = new InetSocketAddress(InetAddress.ofLiteral("::"), 443);
        server = lab.machine("api").inNetwork(() -> HttpsServer.create(address, 0));
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /// A handler that answers every request alike.
    ///
    /// @param type such as `text/html`
    public static HttpHandler always(int status, String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    private static SSLContext tls(Certificate certificate) throws IOException {
        var password = Files.readString(certificate.passwordFile()).toCharArray();
        try (var in = Files.newInputStream(certificate.keystore())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the API cannot be used", e);
        }
    }

    /// Hangs up on everybody.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
