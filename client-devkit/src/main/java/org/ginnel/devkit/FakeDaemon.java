// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;

/// A daemon for tests: the real control protocol on a real Unix socket, and behind it a [Scenario] instead of a
/// tunnel. It keeps [ControlContract] as the real one does. Thread-safe.
public final class FakeDaemon implements AutoCloseable {
    private final ControlCodec codec = new ControlCodec();
    private final Path directory;
    private final Path socket;
    private final ServerSocketChannel listener;
    private final FakeMachine machine;
    private final Scenario scenario;
    private final Set<SocketChannel> callers = ConcurrentHashMap.newKeySet();

    private FakeDaemon(Scenario scenario, InstantSource clock) throws IOException {
        this.scenario = scenario;
        this.machine = new FakeMachine(scenario, clock);
        this.directory = Files.createTempDirectory("ginnel-fake");
        this.socket = directory.resolve("ginneld.sock");
        this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().name("fake-daemon-accept").start(this::accept);
    }

    /// Starts one that listens from now on, and for which it is always [Servers#NOON].
    public static FakeDaemon start(Scenario scenario) {
        return start(scenario, InstantSource.fixed(Servers.NOON));
    }

    /// Starts one that listens from now on, and that goes by that clock when it pauses.
    public static FakeDaemon start(Scenario scenario, InstantSource clock) {
        try {
            return new FakeDaemon(scenario, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it listens.
    public Path socket() {
        return socket;
    }

    /// How things are now.
    public Snapshot snapshot() {
        return machine.snapshot();
    }

    /// Waits until it is so; for ever, where it never is.
    public void await(Predicate<Snapshot> what) throws InterruptedException {
        machine.await(what);
    }

    /// Every request served so far, over all connections, hellos included. One that is here is in [#snapshot()], too.
    public List<Request> requests() {
        return machine.requests();
    }

    /// Takes the next step of the tunnel's way. False when it has arrived.
    public boolean advance() {
        return machine.advance();
    }

    /// Learns the latency of the next server. False when all are known.
    public boolean measureNext() {
        return machine.measureNext();
    }

    /// Makes anything so, and tells every watcher. The revision is counted up whatever `how` does to it.
    public void change(UnaryOperator<Snapshot> how) {
        machine.change(how);
    }

    /// Hangs up on everybody, and goes on listening.
    public void hangUp() {
        callers.forEach(FakeDaemon::hangUpOn);
    }

    private void accept() {
        try {
            while (true) {
                var caller = listener.accept();
                callers.add(caller);
                Thread.ofVirtual().name("fake-daemon-caller").start(() -> serve(caller));
            }
        } catch (IOException _) {
            return; // closed: close() is the only way out
        }
    }

    private void serve(SocketChannel caller) {
        try {
            new FakeConversation(caller, codec, scenario, machine).hold();
        } catch (IOException _) {
            return; // the caller is gone, as callers may be at any time
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            hangUpOn(caller);
            callers.remove(caller);
        }
    }

    private static void hangUpOn(SocketChannel caller) {
        try {
            caller.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hangs up, stops listening and removes the socket.
    @Override
    public void close() {
        try {
            listener.close();
            hangUp();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
