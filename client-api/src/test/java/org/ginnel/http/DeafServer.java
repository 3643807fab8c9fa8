// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A place on this machine where nobody answers who knocks: once the queue of a listener is full, Linux drops what
/// comes.
final class DeafServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> queue = new ArrayList<>();

    DeafServer(InetAddress address, int port) throws IOException {
        this.listener = new ServerSocket(port, 1, address);
        for (int i = 0; i < 8; i++) {
            var socket = new Socket();
            queue.add(socket);
            Thread.ofVirtual().start(() -> knock(socket));
        }
        awaitFullQueue();
    }

    int port() {
        return listener.getLocalPort();
    }

    private InetSocketAddress place() {
        return new InetSocketAddress(listener.getInetAddress(), port());
    }

    private void knock(Socket socket) {
        try {
            socket.connect(place());
        } catch (IOException e) {
            return;
        }
    }

    /// Returns when a connection has failed to be made in 300 ms.
    private void awaitFullQueue() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (var probe = new Socket()) {
                probe.connect(place(), 300);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the queue never filled");
    }

    @Override
    public void close() throws IOException {
        for (var socket : queue) {
            socket.close();
        }
        listener.close();
    }
}
