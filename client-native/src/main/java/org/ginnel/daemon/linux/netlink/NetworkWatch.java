// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import com.sun.jna.LastErrorException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.daemon.linux.netlink.jna.LibC;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells of changes on a thread of its own, which sleeps in the kernel between them.
final class NetworkWatch implements Network.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);
    /// `NFNLGRP_NFTABLES` of `linux/netfilter/nfnetlink.h`, as a bit.
    private static final int NFTABLES_GROUP = 1 << (7 - 1);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final NetlinkSocket socket;
    private final int wake;
    private final Function<ByteBuffer, List<Change>> reader;
    private final Consumer<Change> listener;
    private final Thread thread;
    private volatile boolean closed;
    private boolean ended;

    private NetworkWatch(
            NetlinkSocket socket, int wake, Function<ByteBuffer, List<Change>> reader, Consumer<Change> listener) {
        this.reader = reader;
        this.socket = socket;
        this.wake = wake;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("ginnel-network").daemon().unstarted(this::listen);
    }

    /// Watches the network namespace of the calling thread from the moment this returns.
    static NetworkWatch start(Set<Topic> topics, Consumer<Change> listener) throws NetlinkException {
        return start(NetlinkSocket.open(groups(topics), Arena.ofShared()), NetworkWatch::changes, listener);
    }

    /// Watches nftables: what changed there is not told, only that something did.
    static NetworkWatch startAtFirewall(Consumer<Change> listener) throws NetlinkException {
        var socket = NetlinkSocket.open(LibC.NETLINK_NETFILTER, NFTABLES_GROUP, Arena.ofShared());
        return start(socket, _ -> List.of(new Change.Anything()), listener);
    }

    static NetworkWatch start(NetlinkSocket socket, Consumer<Change> listener) throws NetlinkException {
        return start(socket, NetworkWatch::changes, listener);
    }

    private static NetworkWatch start(
            NetlinkSocket socket, Function<ByteBuffer, List<Change>> reader, Consumer<Change> listener)
            throws NetlinkException {
        try {
            var watch = new NetworkWatch(socket, LibC.eventfd(0, LibC.EFD_CLOEXEC), reader, listener);
            watch.thread.start();
            return watch;
        } catch (LastErrorException e) {
            socket.close();
            throw new NetlinkException("eventfd: errno " + e.getErrorCode());
        }
    }

    static int groups(Set<Topic> topics) {
        return topics.stream().mapToInt(Topic::groups).reduce(0, (all, one) -> all | one);
    }

    private void listen() {
        try {
            while (!closed) {
                socket.await(wake, -1);
                tellAll();
            }
        } catch (NetlinkException e) {
            LOG.error("changes of the network are not noticed any more: {}", e.getMessage());
            tell(new Change.Anything());
        } finally {
            end();
        }
    }

    private void tellAll() throws NetlinkException {
        try {
            for (var datagram = socket.receive(); datagram.isPresent() && !closed; datagram = socket.receive()) {
                reader.apply(datagram.get()).forEach(this::tell);
            }
        } catch (NetlinkSocket.LostException e) {
            tell(new Change.Anything());
        }
    }

    private static List<Change> changes(ByteBuffer datagram) {
        return Message.readAll(datagram)
                .map(messages -> messages.stream()
                        .flatMap(message -> Told.read(message).stream())
                        .<Change>map(told -> new Change.Seen(told.thing(), told.gone()))
                        .toList())
                .orElseGet(() -> List.of(new Change.Anything()));
    }

    private void tell(Change change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.error("a listener of network changes failed", e);
        }
    }

    private synchronized void end() {
        socket.close();
        ended = true;
        if (closed) {
            LibC.close(wake);
        }
    }

    @Override
    public void close() {
        if (hangUp() && !Thread.currentThread().equals(thread)) {
            try {
                thread.join(GRACE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Whether the thread has to end yet.
    private synchronized boolean hangUp() {
        var first = !closed;
        closed = true;
        if (first && ended) {
            LibC.close(wake);
        } else if (first) {
            var one = ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putLong(1);
            LibC.write(wake, one.array(), Long.BYTES);
        }
        return !ended;
    }
}
