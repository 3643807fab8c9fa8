// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.text.TunnelWords;
import org.ginnel.tunnel.TunnelView;
import org.jspecify.annotations.Nullable;

/// Shows a person how connecting goes, over a connection of its own, until it is closed. Shows nothing when nobody
/// watches, and never fails: it is decoration.
final class Progress implements AutoCloseable {
    private final Terminal terminal;
    private final @Nullable Daemon daemon;
    private boolean closed;

    private Progress(Terminal terminal, @Nullable Daemon daemon) {
        this.terminal = terminal;
        this.daemon = daemon;
    }

    static Progress show(Session session) {
        if (!session.terminal().interactive()) {
            return new Progress(session.terminal(), null);
        }
        try {
            var progress = new Progress(session.terminal(), session.open());
            Thread.ofPlatform().daemon().name("ginnel-progress").start(progress::follow);
            return progress;
        } catch (Failure _) {
            return new Progress(session.terminal(), null);
        }
    }

    private void follow() {
        try {
            if (daemon != null) {
                daemon.watch(false, snapshot -> show(snapshot.tunnel()));
            }
        } catch (Failure _) {
            return; // closed, or the daemon is gone: the request itself says so
        }
    }

    private synchronized void show(TunnelView view) {
        if (!closed && (view instanceof TunnelView.Connecting || view instanceof TunnelView.Reconnecting)) {
            terminal.progress(TunnelWords.progress(view));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        if (daemon != null) {
            daemon.close();
        }
        terminal.endProgress();
    }
}
