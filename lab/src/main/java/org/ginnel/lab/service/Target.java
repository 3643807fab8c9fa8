// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ginnel.lab.machine.Machine;
import org.ginnel.wireguard.IpLiteral;

/// The host on the internet that tells its visitors over HTTP from which address they came, and echoes UDP and TCP.
public final class Target implements AutoCloseable {
    private static final int HTTP_PORT = 80;
    private static final int ECHO_PORT = 7;
    private static final int MAX_DATAGRAM = 65_535;

    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
    private final Listeners echoes = new Listeners();
    private final HttpServer web;

    /// Opens its ports, for IPv4 and IPv6.
    public Target(Machine machine) throws IOException {
        var any = InetAddress.ofLiteral("::");
        web = machine.inNetwork(() -> HttpServer.create(new InetSocketAddress(any, HTTP_PORT), 0));
        web.setExecutor(visitors);
        web.createContext("/", Target::tellAddress);
        web.start();
        var echo = new InetSocketAddress(any, ECHO_PORT);
        echoes.datagrams(machine, echo, MAX_DATAGRAM, datagram -> Optional.of(copy(datagram)));
        echoes.connections(machine, echo, Target::echo);
    }

    private static void tellAddress(HttpExchange visit) throws IOException {
        var address = IpLiteral.format(visit.getRemoteAddress().getAddress()) + "\n";
        var body = address.getBytes(StandardCharsets.US_ASCII);
        visit.getResponseHeaders().set("Content-Type", "text/plain");
        visit.sendResponseHeaders(200, body.length);
        try (var out = visit.getResponseBody()) {
            out.write(body);
        }
    }

    private static ByteBuffer copy(ByteBuffer datagram) {
        return ByteBuffer.allocate(datagram.remaining()).put(datagram).flip();
    }

    private static void echo(Socket connection) throws IOException {
        connection.getInputStream().transferTo(connection.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        web.stop(0);
        echoes.close();
        visitors.shutdownNow();
    }
}
