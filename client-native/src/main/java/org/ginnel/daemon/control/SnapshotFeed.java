// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ginnel.control.Snapshot;
import org.jspecify.annotations.Nullable;

/// Snapshots from the loop to one watcher. Holds only the latest: a watcher that is slow misses some and never
/// holds anybody up. Any thread.
public final class SnapshotFeed {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private @Nullable Snapshot latest;
    private boolean closed;

    /// Replaces what was not taken yet.
    public void offer(Snapshot snapshot) {
        lock.lock();
        try {
            latest = snapshot;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for one.
    ///
    /// @return null when the feed is closed
    @Nullable
    Snapshot take() throws InterruptedException {
        lock.lock();
        try {
            while (latest == null && !closed) {
                arrived.await();
            }
            var taken = latest;
            latest = null;
            return closed ? null : taken;
        } finally {
            lock.unlock();
        }
    }

    /// Waits so long, or until the feed is closed.
    void pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            var left = time.toNanos();
            while (left > 0 && !closed) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether nobody takes anything from it any more.
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
