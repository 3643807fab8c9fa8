// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.lab.wire.KernelSocket;

/// Sends the packets of probes, from the network of the thread that uses it. What the kernel refuses was
/// offered too.
final class Launcher implements AutoCloseable {
    private static final int EADDRINUSE = 98;
    private static final int ECHO_REQUEST4 = 8;
    private static final int ECHO_REQUEST6 = 128;

    /// A connection is given up after so many more, before its SYN would be sent a second time.
    private static final int CONNECTING = 200;

    private final Optional<String> device;
    private final Map<Probe, KernelSocket> datagrams = new HashMap<>();
    private final Deque<KernelSocket> connections = new ArrayDeque<>();

    /// @param device the interface to which its sockets are bound; empty to leave that to routes
    Launcher(Optional<String> device) {
        this.device = device;
    }

    /// Offers one packet to the kernel.
    ///
    /// @param sequence of [Token]; TCP uses it for the source port
    void send(Probe probe, int sequence) {
        try {
            switch (probe.way()) {
                case TCP -> connect(probe, sequence);
                case UDP -> datagram(probe).send(new Token(probe.id(), sequence).bytes(), probe.to(), probe.port());
                case ECHO -> datagram(probe).send(echo(probe, sequence), probe.to(), 0);
            }
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EADDRINUSE) {
                throw e;
            }
            // Refused or without a route, as it should be behind a closed firewall; the router tells what left.
            return;
        }
    }

    private void connect(Probe probe, int sequence) {
        if (connections.size() >= CONNECTING) {
            connections.removeFirst().close();
        }
        var socket = KernelSocket.tcp(probe.to()).from(probe.id() + sequence % Probe.SPAN);
        connections.addLast(socket);
        device.ifPresent(socket::through);
        socket.connect(probe.to(), probe.port());
    }

    private KernelSocket datagram(Probe probe) {
        return datagrams.computeIfAbsent(probe, _ -> {
            var socket = probe.way() == Probe.Way.UDP
                    ? KernelSocket.udp(probe.to()).from(probe.id())
                    : KernelSocket.icmp(probe.to());
            device.ifPresent(socket::through);
            return socket;
        });
    }

    /// The kernel fills in the checksum for IPv6 only.
    private static byte[] echo(Probe probe, int sequence) {
        var four = probe.family() == org.ginnel.lab.Family.IPV4;
        var token = new Token(probe.id(), sequence).bytes();
        var message = ByteBuffer.allocate(8 + token.length + token.length % 2)
                .put((byte) (four ? ECHO_REQUEST4 : ECHO_REQUEST6))
                .put((byte) 0)
                .putShort((short) 0)
                .putShort((short) probe.id())
                .putShort((short) sequence)
                .put(token);
        return four
                ? message.putShort(2, org.ginnel.lab.wire.Frames.checksum(message))
                        .array()
                : message.array();
    }

    @Override
    public void close() {
        connections.forEach(KernelSocket::close);
        datagrams.values().forEach(KernelSocket::close);
    }
}
