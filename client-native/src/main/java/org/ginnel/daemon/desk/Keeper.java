// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.util.function.UnaryOperator;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept between runs, in memory and on disk. Any thread: a change that has returned before [#close()]
/// is on the disk, and each is made to what the one before it left.
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final StateFile file;
    private volatile Saved saved;
    private boolean closed;

    Keeper(StateFile file, Saved saved) {
        this.file = file;
        this.saved = saved;
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

    private void write(Saved next) {
        file.write(next).ifPresent(cause -> LOG.error("what changed is not kept: {}", cause));
    }

    /// Writes nothing from now on: the file may be another daemon's already. What changes later, say by an answer of
    /// the API that came too late, is forgotten with this daemon.
    synchronized void close() {
        closed = true;
    }
}
