// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ginnel.control.Snapshot;
import org.ginnel.daemon.control.SnapshotFeed;

/// Who wants to see snapshots, every one or those only that tell of more than figures. To be used on the loop.
final class Watchers {
    private final Map<SnapshotFeed, Watching> feeds = new LinkedHashMap<>();

    /// @param figures whether it wants every snapshot
    /// @param told the last one it was given
    private record Watching(boolean figures, Snapshot told) {
        boolean wants(Snapshot snapshot) {
            return figures || !snapshot.isSameButForFigures(told);
        }
    }

    /// From now on it watches like that. One that was closed meanwhile does not.
    void add(SnapshotFeed feed, boolean figures, Snapshot now) {
        if (!feed.isClosed()) {
            feeds.put(feed, new Watching(figures, now));
            feed.offer(now);
        }
    }

    void remove(SnapshotFeed feed) {
        feeds.remove(feed);
    }

    /// Whether anybody wants to see figures.
    boolean wantFigures() {
        return feeds.values().stream().anyMatch(Watching::figures);
    }

    void show(Snapshot snapshot) {
        feeds.replaceAll((feed, watching) -> {
            if (!watching.wants(snapshot)) {
                return watching;
            }
            feed.offer(snapshot);
            return new Watching(watching.figures(), snapshot);
        });
    }
}
