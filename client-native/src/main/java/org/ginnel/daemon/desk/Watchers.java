// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.util.LinkedHashSet;
import java.util.Set;
import org.ginnel.control.Snapshot;
import org.ginnel.daemon.control.SnapshotFeed;

/// Who wants to see every snapshot. To be used on the loop.
final class Watchers {
    private final Set<SnapshotFeed> feeds = new LinkedHashSet<>();

    void add(SnapshotFeed feed, Snapshot now) {
        feeds.add(feed);
        feed.offer(now);
    }

    void remove(SnapshotFeed feed) {
        feeds.remove(feed);
    }

    boolean any() {
        return !feeds.isEmpty();
    }

    void show(Snapshot snapshot) {
        feeds.forEach(feed -> feed.offer(snapshot));
    }
}
