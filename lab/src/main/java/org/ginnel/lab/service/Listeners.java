// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.ginnel.lab.machine.Machine;

/// Sockets of machines, with a virtual thread each, until [#close()].
final class Listeners implements AutoCloseable {
    /// What is done with one TCP connection; it is closed afterwards.
    @FunctionalInterface
    interface Conversation {
        void hold(Socket connection) throws IOException;
    }

    private final Queue<Closeable> sockets = new ConcurrentLinkedQueue<>();

    /// Answers every datagram that `answer` has an answer to.
    void datagrams(
            Machine machine, InetSocketAddress local, int maxBytes, Function<ByteBuffer, Optional<ByteBuffer>> answer)
            throws IOException {
        var channel = machine.inNetwork(() -> DatagramChannel.open().bind(local));
        sockets.add(channel);
        Thread.ofVirtual().name("udp " + local).start(() -> reply(channel, ByteBuffer.allocate(maxBytes), answer));
    }

    private static void reply(
            DatagramChannel channel, ByteBuffer buffer, Function<ByteBuffer, Optional<ByteBuffer>> answer) {
        while (channel.isOpen()) {
            try {
                var from = channel.receive(buffer.clear());
                var reply = answer.apply(buffer.flip());
                if (reply.isPresent()) {
                    channel.send(reply.get(), from);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // No way back to who asked, whose tunnel may be gone: the next question is another one.
            }
        }
    }

    /// Holds a conversation with everyone who connects.
    void connections(Machine machine, InetSocketAddress local, Conversation conversation) throws IOException {
        var server = machine.inNetwork(() -> {
            var socket = new ServerSocket();
            socket.bind(local);
            return socket;
        });
        sockets.add(server);
        Thread.ofVirtual().name("tcp " + local).start(() -> accept(server, conversation));
    }

    private void accept(ServerSocket server, Conversation conversation) {
        try {
            while (true) {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> hold(connection, conversation));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void hold(Socket connection, Conversation conversation) {
        sockets.add(connection);
        try (connection) {
            conversation.hold(connection);
        } catch (SocketException | SocketTimeoutException | EOFException e) {
            // The caller went away or fell silent, as callers do whose tunnel is torn down by a test.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.remove(connection);
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
