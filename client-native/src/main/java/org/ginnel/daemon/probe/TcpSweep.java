// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures by opening TCP connections, all from one thread. A refused connection is an answer: the server's
/// RST took the same way as any packet. What a router on the way says (unreachable, prohibited) is none.
public final class TcpSweep implements LatencySweep {
    /// Connections open at once.
    public static final int AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(TcpSweep.class);
    private static final Duration NAMES_LIMIT = Duration.ofSeconds(2);

    private final Duration limit;
    private final InstantSource clock;

    /// @param limit how long one server may take to answer
    public TcpSweep(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /// A server and where to knock.
    private record Door(Server server, InetSocketAddress address) {}

    /// A connection that was begun.
    ///
    /// @param began on the monotonic clock, in nanoseconds
    private record Knock(Server server, SocketChannel channel, long began) {}

    @Override
    public void measure(List<Server> servers, BiConsumer<Server, Measurement> sink) throws InterruptedException {
        Queue<Door> waiting = new ArrayDeque<>(doors(servers, sink));
        List<Knock> open = new ArrayList<>();
        try (var selector = Selector.open()) {
            while (!waiting.isEmpty() || !open.isEmpty()) {
                while (!waiting.isEmpty() && open.size() < AT_ONCE) {
                    begin(waiting.remove(), selector, open, sink);
                }
                await(selector, open);
                hear(selector, open, sink);
                giveUp(open, sink);
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            LOG.warn("measuring ended early: {}", e.getMessage());
        } finally {
            open.forEach(knock -> close(knock.channel()));
        }
    }

    private void begin(Door door, Selector selector, List<Knock> open, BiConsumer<Server, Measurement> sink) {
        SocketChannel channel = null;
        var began = System.nanoTime();
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            began = System.nanoTime();
            if (channel.connect(door.address())) {
                sink.accept(door.server(), answered(began));
                close(channel);
                return;
            }
            var knock = new Knock(door.server(), channel, began);
            channel.register(selector, SelectionKey.OP_CONNECT, knock);
            open.add(knock);
        } catch (IOException e) {
            sink.accept(door.server(), refusedOrSilent(e, began));
            if (channel != null) {
                close(channel);
            }
        }
    }

    /// Waits until one answers or the oldest has had its time.
    private void await(Selector selector, List<Knock> open) throws IOException, InterruptedException {
        if (!open.isEmpty()) {
            var left = limit.toNanos() - (System.nanoTime() - open.getFirst().began());
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left) + 1));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void hear(Selector selector, List<Knock> open, BiConsumer<Server, Measurement> sink) {
        for (var key : selector.selectedKeys()) {
            var knock = (Knock) key.attachment();
            var result = answered(knock.began());
            try {
                knock.channel().finishConnect();
            } catch (IOException e) {
                result = refusedOrSilent(e, knock.began());
            }
            sink.accept(knock.server(), result);
            close(knock.channel());
            open.remove(knock);
        }
        selector.selectedKeys().clear();
    }

    private void giveUp(List<Knock> open, BiConsumer<Server, Measurement> sink) {
        var now = System.nanoTime();
        var late = open.stream()
                .filter(knock -> now - knock.began() >= limit.toNanos())
                .toList();
        open.removeAll(late);
        late.forEach(knock -> {
            close(knock.channel());
            sink.accept(knock.server(), new Measurement.Silent(clock.instant()));
        });
    }

    private Measurement answered(long began) {
        return new Measurement.Answered(Duration.ofNanos(Math.max(1, System.nanoTime() - began)), clock.instant());
    }

    /// Linux and Java tell a RST from an ICMP error by this exception: ECONNREFUSED alone is a plain
    /// ConnectException.
    private Measurement refusedOrSilent(IOException e, long began) {
        return e.getClass() == ConnectException.class
                        && String.valueOf(e.getMessage()).contains("refused")
                ? answered(began)
                : new Measurement.Silent(clock.instant());
    }

    /// Looks up all names at once; who has none, or none in time, is silent.
    private List<Door> doors(List<Server> servers, BiConsumer<Server, Measurement> sink) throws InterruptedException {
        List<Door> doors = new ArrayList<>();
        try (var lookups = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = lookups.invokeAll(
                    servers.stream().map(TcpSweep::lookup).toList(), NAMES_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            for (var i = 0; i < servers.size(); i++) {
                add(servers.get(i), answers.get(i), doors, sink);
            }
        }
        return doors;
    }

    private static Callable<InetAddress> lookup(Server server) {
        return () -> InetAddress.getByName(server.endpoint());
    }

    private void add(Server server, Future<InetAddress> lookup, List<Door> doors, BiConsumer<Server, Measurement> sink)
            throws InterruptedException {
        try {
            if (lookup.isCancelled()) {
                throw new UnknownHostException("no answer in time");
            }
            doors.add(new Door(
                    server,
                    new InetSocketAddress(lookup.get(), server.probePort().orElse(server.port()))));
        } catch (ExecutionException | UnknownHostException e) {
            LOG.debug("{} has no address: {}", server.id(), e.getMessage());
            sink.accept(server, new Measurement.Silent(clock.instant()));
        }
    }

    private static InterruptedException interrupted(IOException e) {
        Thread.interrupted();
        var told = new InterruptedException();
        told.initCause(e);
        return told;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a probe: {}", e.getMessage());
        }
    }
}
