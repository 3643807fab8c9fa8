// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Terms;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.EventStore;
import org.ginnel.provisioning.store.PeerFeed;
import org.ginnel.provisioning.store.StoreException;
import org.ginnel.provisioning.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what has to be done now and then, until closed: ends overlaps, seals the record, tells others what changed. Of
/// several nodes one does it. What fails is tried again the next time.
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private static final Duration SEAL_EVERY = Duration.ofSeconds(10);

    private static final Duration TEND_EVERY = Duration.ofMinutes(1);

    private final Supplier<Fleet> fleet;
    private final Stores stores;
    private final AuditStore audit;
    private final InstantSource clock;
    private final Heralds heralds;
    private Instant sealedAt = Instant.EPOCH;
    private Instant tendedAt = Instant.EPOCH;
    private final CountDownLatch closed = new CountDownLatch(1);

    Chores(Supplier<Fleet> fleet, Stores stores, AuditStore audit, InstantSource clock, RandomGenerator random) {
        this.fleet = fleet;
        this.stores = stores;
        this.audit = audit;
        this.clock = clock;
        var events = new EventStore(stores.database(), clock);
        this.heralds = new Heralds(events, clock, random, stores.database()::leads, this::begin);
    }

    /// Begins.
    Chores start() {
        heralds.follow(fleet.get().webhooks());
        begin("chores", this::tidy);
        return this;
    }

    private void begin(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(() -> loop(work));
    }

    /// As every piece of work on the database does, this also shows what other processes changed in it.
    private void tidy() {
        var now = fleet.get();
        heralds.follow(now.webhooks());
        if (stores.database().leads()) {
            stores.devices().endOverlaps();
            PeerFeed.forget(stores.database(), clock);
            seal();
            tend(now.terms());
        }
    }

    private void tend(Terms terms) {
        var now = clock.instant();
        if (!now.isBefore(tendedAt.plus(TEND_EVERY))) {
            stores.devices().tendKeys(terms.keys());
            stores.usage().forget(terms.usageDays());
            tendedAt = now;
        }
    }

    private void seal() {
        var now = clock.instant();
        if (!now.isBefore(sealedAt.plus(SEAL_EVERY))) {
            audit.seal();
            sealedAt = now;
        }
    }

    private void loop(Runnable work) {
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt(work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (StoreException e) {
            if (closed.getCount() > 0) {
                LOG.atWarn().setCause(e).log("a chore failed");
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        heralds.close();
    }
}
