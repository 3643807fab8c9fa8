// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// The line to the agent of one server: the revision it should have, those it was handed, the one it has.
final class Line {
    private static final int REMEMBERED = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final LinkedHashMap<Long, String> handedOut = new LinkedHashMap<>();
    private long announced;
    private long applied = -1;
    private boolean closed;

    Line(long revision) {
        announced = revision;
    }

    void announce(long revision) {
        update(() -> announced = Math.max(announced, revision));
    }

    void served(long revision, String hash) {
        update(() -> {
            announced = Math.max(announced, revision);
            handedOut.putLast(revision, hash);
            if (handedOut.size() > REMEMBERED) {
                handedOut.pollFirstEntry();
            }
        });
    }

    void applied(long revision) {
        update(() -> applied = revision);
    }

    void close() {
        update(() -> closed = true);
    }

    /// An agent that was handed nothing yet does not wait: only its report tells whether it has what it should.
    void awaitNews(long known, Duration atMost) {
        await(() -> announced != known || handedOut.isEmpty(), atMost);
    }

    boolean awaitApplied(long revision, Duration atMost) {
        return await(() -> applied >= revision, atMost);
    }

    Verdict judge(long revision, String hash) {
        lock.lock();
        try {
            var expected = handedOut.get(revision);
            if (expected == null) {
                return Verdict.UNKNOWN_REVISION;
            }
            return expected.equals(hash) ? Verdict.ACCEPTED : Verdict.OTHER_PEERS;
        } finally {
            lock.unlock();
        }
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier reached, Duration atMost) {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (!reached.getAsBoolean() && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
