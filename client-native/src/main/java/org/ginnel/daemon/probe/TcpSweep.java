// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.http.NameLookup;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures by opening TCP connections, all from one thread. A refused connection is an answer: the server's
/// RST took the same way as any packet. What a router on the way says (unreachable, prohibited) is none. Where this
/// machine has no way to a server's first address, that of the other family is asked.
public final class TcpSweep implements LatencySweep {
    /// Connections open at once.
    public static final int AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(TcpSweep.class);
    private static final Duration NAMES_LIMIT = Duration.ofSeconds(2);

    private final Duration limit;
    private final NameLookup names;
    private final InstantSource clock;

    /// @param limit how long one server may take to answer
    /// @param names how host names are looked up; whoever is not found within two seconds is silent
    public TcpSweep(Duration limit, NameLookup names, InstantSource clock) {
        this.limit = limit;
        this.names = names;
        this.clock = clock;
    }

    /// A server and where to knock.
    ///
    /// @param address the first to be tried
    /// @param others when there is no way to that one
    private record Door(Server server, InetAddress address, List<InetAddress> others) {
        static Door of(Server server, List<InetAddress> addresses) {
            return new Door(server, addresses.getFirst(), addresses.subList(1, addresses.size()));
        }

        InetSocketAddress socket() {
            return new InetSocketAddress(address, server.probePort().orElse(server.port()));
        }
    }

    /// A connection that was begun.
    ///
    /// @param began on the monotonic clock, in nanoseconds
    private record Knock(Server server, SocketChannel channel, long began) {}

    @Override
    public void measure(List<Server> servers, BiConsumer<Server, Measurement> sink) throws InterruptedException {
        var unfound = new LinkedHashSet<>(servers);
        Queue<Door> waiting = new ArrayDeque<>();
        List<Knock> open = new ArrayList<>();
        var began = System.nanoTime();
        try (var selector = Selector.open();
                var lookups = new Lookups(names, selector::wakeup)) {
            lookups.begin(servers);
            while (!unfound.isEmpty() || !waiting.isEmpty() || !open.isEmpty()) {
                find(lookups, unfound, waiting, sink);
                while (!waiting.isEmpty() && open.size() < AT_ONCE) {
                    begin(waiting.remove(), selector, open, sink);
                }
                await(selector, open, unfound.isEmpty() ? Long.MAX_VALUE : left(NAMES_LIMIT, began));
                hear(selector, open, sink);
                giveUp(open, sink);
                if (left(NAMES_LIMIT, began) <= 0) {
                    unfound.forEach(server -> sink.accept(server, new Measurement.Silent(clock.instant())));
                    unfound.clear();
                }
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            LOG.warn("measuring ended early: {}", e.getMessage());
        } finally {
            open.forEach(knock -> close(knock.channel()));
        }
    }

    /// Takes what was found, if it comes in time.
    private void find(Lookups lookups, Set<Server> unfound, Queue<Door> waiting, BiConsumer<Server, Measurement> sink) {
        for (var found = lookups.poll(); found.isPresent(); found = lookups.poll()) {
            var server = found.get().server();
            var addresses = found.get().addresses();
            if (unfound.remove(server)) {
                if (addresses.isEmpty()) {
                    sink.accept(server, new Measurement.Silent(clock.instant()));
                } else {
                    waiting.add(Door.of(server, addresses));
                }
            }
        }
    }

    private static long left(Duration limit, long began) {
        return limit.toNanos() - (System.nanoTime() - began);
    }

    private void begin(Door door, Selector selector, List<Knock> open, BiConsumer<Server, Measurement> sink) {
        SocketChannel channel = null;
        var began = System.nanoTime();
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            began = System.nanoTime();
            if (channel.connect(door.socket())) {
                sink.accept(door.server(), answered(began));
                close(channel);
                return;
            }
            var knock = new Knock(door.server(), channel, began);
            channel.register(selector, SelectionKey.OP_CONNECT, knock);
            open.add(knock);
        } catch (IOException e) {
            if (channel != null) {
                close(channel);
            }
            var result = refusedOrSilent(e, began);
            if (result instanceof Measurement.Silent && !door.others().isEmpty()) {
                begin(Door.of(door.server(), door.others()), selector, open, sink);
            } else {
                sink.accept(door.server(), result);
            }
        }
    }

    /// Waits until one answers or is found, or the oldest has had its time, or `most` nanoseconds.
    private void await(Selector selector, List<Knock> open, long most) throws IOException, InterruptedException {
        var left = open.isEmpty()
                ? most
                : Math.min(most, left(limit, open.getFirst().began()));
        if (left != Long.MAX_VALUE) {
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
