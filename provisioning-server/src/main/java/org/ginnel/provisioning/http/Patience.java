// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes every connection that keeps us waiting: for its TLS handshake and first request, for the next request, or
/// for a body. The time is counted as a whole, so sending a byte now and then buys nothing.
///
/// Helidon 4.5.0 applies its read timeout to no accepted connection, and looks for idle ones only between requests.
final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final LongSupplier nanoTime;
    private final Map<SocketAddress, Wait> waits = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Patience(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Looks after connections until this is closed.
    void start() {
        Thread.ofPlatform().daemon().name("http-patience").start(this::loop);
    }

    private void loop() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes the connections whose time is over and forgets those that are gone.
    void look() {
        var now = nanoTime.getAsLong();
        waits.values().removeIf(wait -> wait.isOver(now));
    }

    /// A new connection, which has that long to make its first request.
    void accepted(SocketChannel channel, Duration atMost) throws IOException {
        waits.put(channel.getRemoteAddress(), new Wait(channel, nanoTime.getAsLong() + atMost.toNanos()));
    }

    /// The client is to send something, within that time.
    void expect(SocketAddress client, Duration atMost) {
        var deadline = nanoTime.getAsLong() + atMost.toNanos();
        waits.computeIfPresent(client, (address, wait) -> wait.until(deadline));
    }

    /// Nothing is expected of the client: it waits for us.
    void rest(SocketAddress client) {
        waits.computeIfPresent(client, (address, wait) -> wait.until(Wait.NEVER));
    }

    int size() {
        return waits.size();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /// @param deadline on the clock of `nanoTime`
    private record Wait(SocketChannel channel, long deadline) {
        private static final long NEVER = Long.MIN_VALUE;

        Wait until(long other) {
            return new Wait(channel, other);
        }

        boolean isOver(long now) {
            if (channel.isOpen() && (deadline == NEVER || now - deadline < 0)) {
                return false;
            }
            try {
                channel.close();
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("a connection could not be closed");
            }
            return true;
        }
    }
}
