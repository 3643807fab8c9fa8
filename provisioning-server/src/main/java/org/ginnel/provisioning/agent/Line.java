// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// The line to the agent of one server: the revision it should have, those it was handed, the one it has.
final class Line {
    private static final int REMEMBERED = 64;
    private static final Duration LIVE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final LinkedHashMap<Long, String> handedOut = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Long> appliedAt = new LinkedHashMap<>();
    private final LongSupplier nanoTime;
    private long announced;
    private long applied = -1;
    private Optional<Long> heardAt = Optional.empty();
    private boolean closed;

    Line(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void announce(long revision) {
        update(() -> announced = Math.max(announced, revision));
    }

    /// The agent called.
    void heard() {
        update(() -> heardAt = Optional.of(nanoTime.getAsLong()));
    }

    void served(long revision, String hash) {
        update(() -> {
            handedOut.putLast(revision, hash);
            if (handedOut.size() > REMEMBERED) {
                handedOut.pollFirstEntry();
            }
        });
    }

    void applied(long revision) {
        update(() -> note(revision));
    }

    private void note(long revision) {
        applied = revision;
        appliedAt.putIfAbsent(revision, nanoTime.getAsLong());
        if (appliedAt.size() > REMEMBERED) {
            appliedAt.pollFirstEntry();
        }
    }

    /// The agent talks to another node.
    ///
    /// @param ago when it called there last
    void elsewhere(long revision, Duration ago) {
        update(() -> {
            if (revision > applied) {
                note(revision);
            }
            var at = nanoTime.getAsLong() - ago.toNanos();
            if (heardAt.isEmpty() || heardAt.get() - at < 0) {
                heardAt = Optional.of(at);
            }
        });
    }

    void close() {
        update(() -> closed = true);
    }

    /// An agent that was handed nothing yet does not wait: only its report tells whether it has what it should.
    void awaitNews(long known, Duration atMost) {
        await(() -> announced > known || handedOut.isEmpty(), atMost);
    }

    boolean awaitApplied(long revision, Duration atMost) {
        return await(() -> applied >= revision, atMost);
    }

    /// When, on the clock of `nanoTime`, the agent first reported that revision or a later one.
    OptionalLong appliedAt(long revision) {
        lock.lock();
        try {
            return appliedAt.entrySet().stream()
                    .filter(entry -> entry.getKey() >= revision)
                    .mapToLong(entry -> entry.getValue())
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    /// How long ago the agent called last; empty when it never did.
    Optional<Duration> silence() {
        lock.lock();
        try {
            return heardAt.map(at -> Duration.ofNanos(nanoTime.getAsLong() - at));
        } finally {
            lock.unlock();
        }
    }

    /// How far what it has is behind what it should have.
    long behind() {
        lock.lock();
        try {
            return Math.max(0, announced - Math.max(0, applied));
        } finally {
            lock.unlock();
        }
    }

    /// Whether the agent is there, as far as one can know.
    boolean isLive() {
        return silence().filter(silence -> silence.compareTo(LIVE) < 0).isPresent();
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
