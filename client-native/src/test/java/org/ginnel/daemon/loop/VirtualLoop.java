// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;

/// A loop without a thread on a clock that a test moves. One thread.
public final class VirtualLoop implements Loop {
    private final Deque<Runnable> posted = new ArrayDeque<>();
    private final Queue<Waiting> timers =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::number));
    private long now;
    private long number;

    private record Waiting(long due, long number, Runnable task) {}

    @Override
    public void post(Runnable task) {
        posted.add(task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var waiting = new Waiting(now + delay.toNanos(), number++, task);
        timers.add(waiting);
        return () -> timers.remove(waiting);
    }

    /// Runs what is posted, and what that posts.
    public void drain() {
        while (!posted.isEmpty()) {
            posted.remove().run();
        }
    }

    /// Moves the clock by `time` and runs what is due on the way.
    public void advance(Duration time) {
        var end = now + time.toNanos();
        while (!timers.isEmpty() && timers.element().due() <= end) {
            fireNext();
        }
        now = end;
    }

    /// How many timers wait.
    public int waiting() {
        return timers.size();
    }

    /// Moves the clock to the next timer and runs it. False when there is none.
    public boolean fireNext() {
        var next = timers.poll();
        if (next == null) {
            return false;
        }
        now = Math.max(now, next.due());
        next.task().run();
        drain();
        return true;
    }
}
