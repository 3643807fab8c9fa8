// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ginnel.lab.machine.Machine;

/// A DNS server on some addresses of a machine, UDP and TCP, which remembers what it was asked.
public final class Resolver implements AutoCloseable {
    private static final int PORT = 53;
    private static final int MAX_UDP_BYTES = 4096;
    private static final int MAX_REMEMBERED = 100_000;
    private static final int PATIENCE_MS = 3000;

    private final Zone zone;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Listeners listeners = new Listeners();

    /// Starts to answer.
    public Resolver(Machine machine, Zone zone, String... addresses) throws IOException {
        this.zone = zone;
        for (var address : addresses) {
            var local = new InetSocketAddress(InetAddress.ofLiteral(address), PORT);
            listeners.datagrams(machine, local, MAX_UDP_BYTES, this::answer);
            listeners.connections(machine, local, this::serve);
        }
    }

    /// The names it was asked for, in order, each as often as it was asked.
    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    private Optional<ByteBuffer> answer(ByteBuffer message) {
        return DnsQuestion.parse(message).map(question -> {
            if (asked.size() < MAX_REMEMBERED) {
                asked.add(question.name());
            }
            return DnsAnswer.to(question, zone);
        });
    }

    private void serve(Socket connection) throws IOException {
        connection.setSoTimeout(PATIENCE_MS);
        var in = new DataInputStream(connection.getInputStream());
        var out = new DataOutputStream(connection.getOutputStream());
        var message = in.readNBytes(in.readUnsignedShort());
        var answer = answer(ByteBuffer.wrap(message));
        if (answer.isPresent()) {
            out.writeShort(answer.get().remaining());
            out.write(answer.get().array(), 0, answer.get().remaining());
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listeners.close();
    }
}
