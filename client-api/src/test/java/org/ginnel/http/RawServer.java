// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server on this machine that answers every connection with bytes of a test's choosing.
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Reply reply;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch brokenOff = new CountDownLatch(1);

    /// Writes what it likes; an exception means that the client has hung up.
    interface Reply {
        void to(OutputStream client) throws IOException;
    }

    RawServer(Reply reply) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), reply);
    }

    /// @param listener where it is to be reached; closed with it
    RawServer(ServerSocket listener, Reply reply) {
        this.reply = reply;
        this.listener = listener;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Waits for the first bytes of a client.
    boolean wasCalled() throws InterruptedException {
        return called.await(20, TimeUnit.SECONDS);
    }

    /// Waits for a client to hang up while it is written to.
    boolean wasBrokenOff() throws InterruptedException {
        return brokenOff.await(20, TimeUnit.SECONDS);
    }

    /// A reply that says nothing until `end`.
    static void hold(CountDownLatch end) throws IOException {
        try {
            if (!end.await(30, TimeUnit.SECONDS)) {
                throw new IOException("nobody let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (client.getInputStream().read(new byte[65_536]) > 0) {
                called.countDown();
                reply.to(client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            brokenOff.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var client : open) {
            client.close();
        }
    }
}
