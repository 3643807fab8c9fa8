// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ginnel.control.Snapshot;

/// Who is told of changes: of all, or of those that are more than figures. Not thread-safe.
final class FakeWatchers {
    private final Map<Consumer<Snapshot>, Told> watchers = new LinkedHashMap<>();

    private record Told(boolean figures, Snapshot last) {}

    /// From now on this one is told like that, and how things are now.
    void add(Consumer<Snapshot> watcher, boolean figures, Snapshot now) {
        watchers.put(watcher, new Told(figures, now));
        watcher.accept(now);
    }

    /// As [#add], unless nobody is there any more.
    void change(Consumer<Snapshot> watcher, boolean figures, Snapshot now) {
        if (watchers.containsKey(watcher)) {
            add(watcher, figures, now);
        }
    }

    void remove(Consumer<Snapshot> watcher) {
        watchers.remove(watcher);
    }

    void tell(Snapshot now) {
        watchers.forEach((watcher, told) -> {
            if (told.figures() || !now.isSameButForFigures(told.last())) {
                add(watcher, told.figures(), now);
            }
        });
    }
}
