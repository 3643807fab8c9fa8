// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.time.TimeSource;
import org.jspecify.annotations.Nullable;

/// Watches the daemon over one connection that it makes again whenever it breaks. Figures that change every
/// second are asked for only while somebody looks, as is taken for granted at first.
///
/// States reach `sink` on the window's thread, the newest only: a slow window skips what is out of date.
/// The other methods may be called from any thread.
public final class DaemonLink implements AutoCloseable {
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(5);

    private final Path socket;
    private final String client;
    private final TimeSource time;
    private final Executor window;
    private final Consumer<LinkState> sink;
    private final AtomicReference<@Nullable LinkState> unseen = new AtomicReference<>();
    private final Object lock = new Object();
    private final Object asking = new Object();
    private @Nullable Thread watcher;
    private TimeSource.@Nullable Timer retry;
    private Optional<ControlClient> watched = Optional.empty();
    private Optional<LinkState.Live> live = Optional.empty();
    private boolean looking = true;
    private int failures;
    private boolean closed;

    /// @param client our name and version, for the daemon's log
    /// @param window runs things on the window's thread, in order
    public DaemonLink(Path socket, String client, TimeSource time, Executor window, Consumer<LinkState> sink) {
        this.socket = socket;
        this.client = client;
        this.time = time;
        this.window = window;
        this.sink = sink;
    }

    /// Connects now, not when the wait is over. Does nothing while connected.
    public void tryNow() {
        synchronized (lock) {
            if (closed || watcher != null) {
                return;
            }
            if (retry != null) {
                retry.cancel();
            }
            watcher = Thread.ofVirtual().name("ginnel-watch").start(this::watch);
        }
    }

    /// Whether somebody looks from now on. When nobody does, the figures told last are said to be known no more.
    public void attend(boolean someone) {
        synchronized (lock) {
            if (looking == someone) {
                return;
            }
            looking = someone;
            if (!someone) {
                live = live.map(LinkState.Live::withoutFigures);
                live.ifPresent(this::tell);
            }
            watched.ifPresent(
                    connection -> Thread.ofVirtual().name("ginnel-attend").start(() -> askAnew(connection)));
        }
    }

    private void watch() {
        var ended = converse();
        synchronized (lock) {
            watcher = null;
            watched = Optional.empty();
            live = Optional.empty();
            if (closed) {
                return;
            }
            failures = ended instanceof LinkState.Lost ? failures + 1 : 1;
            retry = time.after(Backoff.after(failures), this::tryNow);
        }
        tell(ended);
    }

    /// A connection that worked and broke is no reason to alarm anybody before the next attempt has failed too.
    private LinkState converse() {
        var greeted = false;
        var hello = time.after(HELLO_LIMIT, Thread.currentThread()::interrupt);
        try (var connection = ControlClient.connect(socket, client)) {
            hello.cancel();
            greeted = true;
            synchronized (lock) {
                watched = Optional.of(connection);
            }
            ask(connection);
            connection.snapshots(snapshot -> heard(snapshot, connection.welcome()));
            return new LinkState.Searching();
        } catch (ControlException e) {
            hello.cancel();
            var broke = greeted && e.errorCause() instanceof ErrorCause.DaemonUnreachable;
            return broke ? new LinkState.Searching() : new LinkState.Lost(e.errorCause());
        }
    }

    /// Whoever says it, the daemon hears last what is so now.
    private void ask(ControlClient connection) throws ControlException {
        synchronized (asking) {
            boolean figures;
            synchronized (lock) {
                figures = looking;
            }
            connection.send(new Request.Watch(figures));
        }
    }

    private void askAnew(ControlClient connection) {
        try {
            ask(connection);
        } catch (ControlException e) {
            return; // it broke: who listens on it hears that as well, and makes another
        }
    }

    private void heard(Snapshot snapshot, Reply.Welcome welcome) {
        synchronized (lock) {
            var heard = new LinkState.Live(snapshot, welcome.daemon(), welcome.mayChange(), looking);
            live = Optional.of(heard);
            tell(heard);
        }
    }

    private void tell(LinkState state) {
        if (unseen.getAndSet(state) == null) {
            window.execute(this::show);
        }
    }

    private void show() {
        var state = unseen.getAndSet(null);
        synchronized (lock) {
            if (closed || state == null) {
                return;
            }
        }
        sink.accept(state);
    }

    /// Hangs up for good; `sink` hears nothing more once this returns, when called on the window's thread.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (retry != null) {
                retry.cancel();
            }
            if (watcher != null) {
                watcher.interrupt();
            }
        }
    }
}
