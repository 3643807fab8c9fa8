// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ginnel.ui.time.SystemTime;
import org.ginnel.ui.time.TimeSource;

/// All that passes between a window and its daemon. It begins before there is a window, so that the first frame can
/// already show the truth.
public final class Conversation implements AutoCloseable {
    private final SystemTime time = new SystemTime();
    private final Executor window;
    private final DaemonRequests requests;
    private final DaemonLink link;
    private Consumer<LinkState> listener = _ -> {};

    /// Begins to look for the daemon.
    ///
    /// @param client our name and version, for the daemon's log
    /// @param window runs things on the window's thread, in order
    public static Conversation begin(Path socket, String client, Executor window) {
        var begun = new Conversation(socket, client, window);
        begun.tryNow();
        return begun;
    }

    private Conversation(Path socket, String client, Executor window) {
        this.window = window;
        requests = new DaemonRequests(socket, client, time, window);
        link = new DaemonLink(socket, client, time, window, state -> listener.accept(state));
    }

    /// Hands over every state from now on. Called on the window's thread.
    public void listen(Consumer<LinkState> listener) {
        this.listener = listener;
    }

    /// Asks the daemon for things.
    public Daemon daemon() {
        return requests;
    }

    /// Connects now, not when the wait is over. Does nothing while connected.
    public void tryNow() {
        link.tryNow();
    }

    /// Whether somebody looks, so that figures are wanted and not only what happens. Called on the window's thread.
    public void attend(boolean looking) {
        link.attend(looking);
    }

    /// The time that everything here goes by.
    public TimeSource time() {
        return time;
    }

    /// Runs things on the window's thread, in order.
    public Executor window() {
        return window;
    }

    /// Hangs up for good.
    @Override
    public void close() {
        link.close();
        requests.close();
        time.close();
    }
}
