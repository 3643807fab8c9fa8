// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Connects to the addresses of one host until one answers, as RFC 8305 has it: both families in turn, each a quarter
/// of a second after the one before, or as soon as that has failed. For one thread.
final class AddressRace {
    /// Of RFC 8305, section 5.
    static final Duration HEAD_START = Duration.ofMillis(250);

    private final Deque<InetAddress> waiting;
    private final int port;
    private final Duration limit;
    private final CallSockets sockets;
    private final BlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();
    private int running;
    private Optional<IOException> failure = Optional.empty();

    private sealed interface Attempt {
        record Connected(Socket socket) implements Attempt {}

        record Failed(IOException why) implements Attempt {}
    }

    /// Nobody is connected to yet.
    ///
    /// @param addresses at least one, in the order of the resolver
    /// @param limit for each of them
    AddressRace(List<InetAddress> addresses, int port, Duration limit, CallSockets sockets) {
        this.waiting = new ArrayDeque<>(inTurn(addresses));
        this.port = port;
        this.limit = limit;
        this.sockets = sockets;
    }

    /// The next that answered.
    ///
    /// @throws IOException what the first of them failed by, when none is left
    Socket next() throws IOException, InterruptedException {
        while (true) {
            if (running == 0) {
                startAnother();
            }
            var attempt = waiting.isEmpty() ? ended.take() : ended.poll(HEAD_START.toNanos(), TimeUnit.NANOSECONDS);
            if (attempt == null) {
                startAnother();
                continue;
            }
            running--;
            switch (attempt) {
                case Attempt.Connected(var socket) -> {
                    return socket;
                }
                case Attempt.Failed(var why) -> failure = failure.or(() -> Optional.of(why));
            }
            if (!waiting.isEmpty()) {
                startAnother();
            }
        }
    }

    private void startAnother() throws IOException {
        var address = waiting.poll();
        if (address == null) {
            throw failure.orElseThrow(() -> new IOException("no address is left"));
        }
        running++;
        Thread.ofVirtual().start(() -> ended.add(attempt(address)));
    }

    private Attempt attempt(InetAddress address) {
        try {
            var socket = sockets.open();
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(limit.toMillis()));
            socket.setTcpNoDelay(true);
            return new Attempt.Connected(socket);
        } catch (IOException e) {
            return new Attempt.Failed(e);
        }
    }

    /// The families in turn, beginning with IPv6 (RFC 8305, sections 2 and 4), which Java's resolver puts last.
    static List<InetAddress> inTurn(List<InetAddress> addresses) {
        var first = new ArrayDeque<InetAddress>();
        var second = new ArrayDeque<InetAddress>();
        addresses.forEach(address -> (address instanceof Inet6Address ? first : second).add(address));
        var ordered = new ArrayList<InetAddress>();
        while (!first.isEmpty() || !second.isEmpty()) {
            Optional.ofNullable(first.poll()).ifPresent(ordered::add);
            Optional.ofNullable(second.poll()).ifPresent(ordered::add);
        }
        return ordered;
    }
}
