// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ginnel.devkit.Servers;
import org.ginnel.ui.time.TimeSource;

/// Time that passes when a test says so.
public final class FakeTime implements TimeSource {
    private final List<Due> timers = new ArrayList<>();
    private Instant now = Servers.NOON;

    private record Due(Instant at, Runnable action) {}

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable action) {
        var due = new Due(now.plus(delay), action);
        timers.add(due);
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        timers.remove(due);
    }

    /// How many timers are running.
    public synchronized int running() {
        return timers.size();
    }

    /// Lets that much time pass, and runs what falls due, in order.
    public void pass(Duration duration) {
        Instant end;
        synchronized (this) {
            end = now.plus(duration);
        }
        for (var due = next(end); due != null; due = next(end)) {
            due.action().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Due next(Instant end) {
        var due = timers.stream().min(Comparator.comparing(Due::at)).filter(d -> !d.at().isAfter(end));
        due.ifPresent(d -> {
            timers.remove(d);
            now = d.at();
        });
        return due.orElse(null);
    }
}
