// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.provisioning.lease.PeerChange;

/// Tells of every change of a peer once it is on the disk, in order, whoever made it: calls that return after a change
/// was made return after it was told. Told first is everything there is.
public final class PeerFeed {
    private static final Duration GONE_KEPT = Duration.ofHours(1);

    private final Consumer<List<PeerChange>> listener;
    private long seen = -1;

    private PeerFeed(Consumer<List<PeerChange>> listener) {
        this.listener = listener;
    }

    /// Starts to tell.
    ///
    /// @param listener called on the writer's thread: it must neither wait nor fail
    public static void start(Database database, InstantSource clock, Consumer<List<PeerChange>> listener) {
        var feed = new PeerFeed(listener);
        forget(database, clock);
        database.run(feed::tell);
        database.afterCommit(feed::tell);
    }

    /// Forgets peers that went long ago.
    public static void forget(Database database, InstantSource clock) {
        database.run(sql -> PeerRows.forget(sql, clock.millis() - GONE_KEPT.toMillis()));
    }

    private long tell(Sql sql) {
        var changes = PeerRows.after(sql, seen);
        if (!changes.isEmpty()) {
            seen = changes.getLast().revision();
            listener.accept(changes);
        }
        return seen;
    }
}
