// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.ginnel.http.Progress.Stage;
import org.ginnel.wireguard.IpLiteral;
import org.jspecify.annotations.Nullable;

/// How everything here speaks HTTP: version 1.1, TLS 1.3 or 1.2 with forward secrecy and authenticated encryption
/// (RFC 9325), no redirects, no cookies, no proxy. One connection a call: a connection that was kept may lead into a
/// route that is gone, which only the limit of a call shows, and on HTTP/2 a call that is stuck in one would hold up
/// the next. Cheap to make; what is expensive is made by the first call. Thread-safe.
final class StrictClient {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
    };

    /// A head of an answer is refused that has a longer line, or more of them.
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();

    /// So many answers that announce another one are waited through (RFC 9110, section 15.2).
    private static final int MOST_ANNOUNCED = 10;

    private final Duration connect;
    private final NameLookup names;
    private final List<X509Certificate> extraAuthorities;
    private @Nullable SSLSocketFactory sockets;

    /// @param connect limit for a TCP connection to one address; the limit of a call bounds everything else
    /// @param extraAuthorities trusted besides the system's
    StrictClient(Duration connect, NameLookup names, List<X509Certificate> extraAuthorities) {
        this.connect = connect;
        this.names = names;
        this.extraAuthorities = List.copyOf(extraAuthorities);
    }

    /// Makes one call, once, and waits for its answer.
    ///
    /// @param request with all its headers but `Host` and `Connection`
    /// @param mostBytes that are read of the answer's body
    /// @param limit for all of it, from the look-up of the name to the last byte
    /// @param progress told how far it is
    /// @throws InterruptedIOException when the time was up, or the caller was interrupted while it waited for a
    ///     connection, and is so afterwards
    /// @throws SocketException among others, when the caller, on a virtual thread, was interrupted later
    /// @throws ProtocolException for an answer that is not HTTP
    Received send(Origin to, ClassicHttpRequest request, int mostBytes, Duration limit, Progress progress)
            throws IOException {
        request.setHeader("Host", to.authority());
        request.setHeader("Connection", "close");
        try (var open = new CallSockets(limit)) {
            try (var socket = connected(to, open, progress)) {
                progress.reach(Stage.TALKING);
                return converse(socket, request, mostBytes, progress);
            } catch (HttpException | MessageConstraintException e) {
                throw caused(new ProtocolException("not HTTP"), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw caused(new InterruptedIOException("interrupted"), e);
            } catch (IOException e) {
                throw open.isLate() ? caused(new InterruptedIOException("timeout"), e) : e;
            }
        }
    }

    private static <E extends IOException> E caused(E failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    /// Where TLS fails at one address, the others still have their turn; what is told then is the first such failure.
    private Socket connected(Origin to, CallSockets open, Progress progress) throws IOException, InterruptedException {
        var race = new AddressRace(addresses(to.host()), to.port(), connect, open);
        var untrusted = Optional.<IOException>empty();
        while (true) {
            Socket socket;
            try {
                socket = race.next();
            } catch (IOException e) {
                throw untrusted.orElse(e);
            }
            if (!to.secure()) {
                return socket;
            }
            progress.reach(Stage.SECURING);
            try {
                return secured(socket, to);
            } catch (IOException e) {
                untrusted = untrusted.or(() -> Optional.of(e));
            }
        }
    }

    private List<InetAddress> addresses(String host) throws IOException {
        var literal = IpLiteral.parse(host);
        return literal.isPresent() ? List.of(literal.get()) : names.addresses(host);
    }

    private Socket secured(Socket socket, Origin to) throws IOException {
        var secured = (SSLSocket) sockets().createSocket(socket, to.host(), to.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setCipherSuites(SUITES);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private synchronized SSLSocketFactory sockets() {
        if (sockets == null) {
            sockets = Authorities.sockets(Authorities.including(extraAuthorities));
        }
        return sockets;
    }

    private static Received converse(Socket socket, ClassicHttpRequest request, int mostBytes, Progress progress)
            throws IOException, HttpException {
        var wire = new DefaultBHttpClientConnection(BOUNDS);
        wire.bind(socket);
        wire.sendRequestHeader(request);
        wire.sendRequestEntity(request);
        wire.flush();
        var answer = head(wire);
        progress.reach(Stage.READING);
        if (answer.getCode() == 204 || answer.getCode() == 304) {
            return new Received(answer, Optional.of(new byte[0]));
        }
        wire.receiveResponseEntity(answer);
        var entity = answer.getEntity();
        if (entity.getContentLength() > mostBytes) {
            return new Received(answer, Optional.empty());
        }
        var body = entity.getContent().readNBytes(mostBytes + 1);
        return new Received(answer, body.length > mostBytes ? Optional.empty() : Optional.of(body));
    }

    private static ClassicHttpResponse head(DefaultBHttpClientConnection wire) throws IOException, HttpException {
        for (int i = 0; i < MOST_ANNOUNCED; i++) {
            var head = wire.receiveResponseHeader();
            if (head.getCode() >= 200) {
                return head;
            }
        }
        throw new ProtocolException("an answer that is announced for ever");
    }
}
