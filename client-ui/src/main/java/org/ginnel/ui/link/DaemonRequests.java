// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.ui.time.TimeSource;

/// Sends each request over a connection of its own, so that a slow one (a measurement) never holds up another
/// (Disconnect), and calling one off is hanging up.
public final class DaemonRequests implements Daemon, AutoCloseable {
    /// Longer than the daemon's own limits on what it asks of the network.
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path socket;
    private final String client;
    private final TimeSource time;
    private final Executor window;
    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();

    /// @param client our name and version, for the daemon's log
    /// @param window runs things on the window's thread, in order
    public DaemonRequests(Path socket, String client, TimeSource time, Executor window) {
        this.socket = socket;
        this.client = client;
        this.time = time;
        this.window = window;
    }

    @Override
    public Asked ask(Request request, Consumer<Outcome> then) {
        var calledOff = new AtomicBoolean();
        var thread = Thread.ofVirtual().name("ginnel-ask").unstarted(() -> {
            var outcome = exchange(request);
            underWay.remove(Thread.currentThread());
            window.execute(() -> {
                if (!calledOff.get()) {
                    then.accept(outcome);
                }
            });
        });
        underWay.add(thread);
        thread.start();
        return () -> {
            calledOff.set(true);
            thread.interrupt();
        };
    }

    private Outcome exchange(Request request) {
        var limit = time.after(LIMIT, Thread.currentThread()::interrupt);
        try (var connection = ControlClient.connect(socket, client)) {
            var reply = connection.call(request);
            return reply instanceof Reply.Refused(var cause, var _)
                    ? new Outcome.Refused(cause)
                    : new Outcome.Answered(reply);
        } catch (ControlException e) {
            return new Outcome.Refused(e.errorCause());
        } finally {
            limit.cancel();
        }
    }

    /// Hangs up on everything under way.
    @Override
    public void close() {
        underWay.forEach(Thread::interrupt);
    }
}
