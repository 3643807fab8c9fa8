// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.util.function.UnaryOperator;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept between runs, in memory and on disk, and what the machine comes up with by that. Any thread: a change
/// that has returned before [#close()] is on the disk, and each is made to what the one before it left.
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final StateFile file;
    private final Firewall firewall;
    private volatile Saved saved;
    private boolean closed;

    /// @param firewall told with each change what the machine is to come up with
    Keeper(StateFile file, Saved saved, Firewall firewall) {
        this.file = file;
        this.saved = saved;
        this.firewall = firewall;
    }

    Saved saved() {
        return saved;
    }

    /// Changes it and writes it down. When the disk refuses, the change holds until the daemon ends and the log
    /// says so: to connect, and to stay blocked, need no disk.
    synchronized void change(UnaryOperator<Saved> change) {
        var next = change.apply(saved);
        if (!next.equals(saved)) {
            saved = next;
            if (!closed) {
                write(next);
            }
        }
    }

    /// Whatever an earlier version or a crash left, the machine comes up from now on with what is kept.
    synchronized void comeUpWithIt() {
        comeUp(saved);
    }

    /// Closed before it is written that it shall be, and open after: a crash in between comes up closed, and the
    /// daemon opens.
    private void write(Saved next) {
        if (next.isWantedClosed()) {
            comeUp(next);
        }
        file.write(next).ifPresent(cause -> LOG.error("what changed is not kept: {}", cause));
        if (!next.isWantedClosed()) {
            comeUp(next);
        }
    }

    private void comeUp(Saved with) {
        firewall.comeUp(FirewallPolicy.Closed.entirely(with.settings().allowLan()), with.isWantedClosed())
                .ifPresent(cause -> LOG.error("what the machine comes up with is not kept: {}", cause));
    }

    /// Writes nothing from now on: the file may be another daemon's already. What changes later, say by an answer of
    /// the API that came too late, is forgotten with this daemon.
    synchronized void close() {
        closed = true;
    }
}
