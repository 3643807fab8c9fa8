// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// The sockets of one call. All of them are closed when it ends, and when its time is up: that is what ends whatever
/// waits for one, a connect, a handshake, a write or a read. Thread-safe.
final class CallSockets implements AutoCloseable {
    private final Set<Socket> open = new HashSet<>();
    private final long end;
    private final Thread watch;
    private boolean over;
    private boolean late;
    private Optional<IOException> trouble = Optional.empty();

    /// Begins a call.
    ///
    /// @param limit for all of it, more than zero
    CallSockets(Duration limit) {
        this.end = System.nanoTime() + limit.toNanos();
        this.watch = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        for (var left = end - System.nanoTime(); left > 0 && !isOver(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        closeAll(true);
    }

    private synchronized boolean isOver() {
        return over;
    }

    /// Whether the call was ended because its time was up.
    synchronized boolean isLate() {
        return late;
    }

    /// A socket that is connected to nothing yet, and goes through no proxy.
    ///
    /// @throws SocketException when the call is over
    synchronized Socket open() throws SocketException {
        if (over) {
            throw new SocketException("the call is over");
        }
        var socket = new Socket(Proxy.NO_PROXY);
        open.add(socket);
        return socket;
    }

    private synchronized void closeAll(boolean timeIsUp) {
        late |= timeIsUp && !over;
        over = true;
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                trouble = trouble.or(() -> Optional.of(e));
            }
        }
        open.clear();
    }

    /// @throws IOException when a socket could not be closed
    @Override
    public synchronized void close() throws IOException {
        closeAll(false);
        LockSupport.unpark(watch);
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }
}
