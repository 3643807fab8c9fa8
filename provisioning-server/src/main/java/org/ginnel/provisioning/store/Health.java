// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Whether the service can do its work, which is to keep something: it writes, for real, at most once a second, however
/// often it is asked. Safe for any number of threads.
public final class Health {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final Database database;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Known> known = Optional.empty();

    public Health(Database database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
    }

    /// Whether the database took a change within the last second. Blocks while it is asked.
    public boolean isGood() {
        lock.lock();
        try {
            var now = nanoTime.getAsLong();
            var fresh = known.filter(last -> now - last.at() < KNOWN_FOR.toNanos());
            var answer = fresh.orElseGet(() -> new Known(canWrite(), now));
            known = Optional.of(answer);
            return answer.good();
        } finally {
            lock.unlock();
        }
    }

    private boolean canWrite() {
        try {
            return database.run(sql -> sql.update("UPDATE counter SET value = value WHERE name = 'revision'") == 1);
        } catch (StoreException e) {
            return false; // that is the answer
        }
    }

    /// @param at on the clock of `nanoTime`
    private record Known(boolean good, long at) {}
}
