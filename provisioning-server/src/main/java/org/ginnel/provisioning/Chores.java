// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.event.Herald;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.DeviceStore;
import org.ginnel.provisioning.store.EventStore;
import org.ginnel.provisioning.store.PeerFeed;
import org.ginnel.provisioning.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what has to be done now and then, until closed: ends overlaps, seals the record, tells others what changed. Of
/// several nodes one does it. What fails is tried again the next time.
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private static final Duration SEAL_EVERY = Duration.ofSeconds(10);

    private final Database database;
    private final InstantSource clock;
    private final DeviceStore devices;
    private final AuditStore audit;
    private final List<Herald> heralds;
    private Instant sealedAt = Instant.EPOCH;
    private final CountDownLatch closed = new CountDownLatch(1);

    Chores(
            Fleet fleet,
            Database database,
            DeviceStore devices,
            AuditStore audit,
            InstantSource clock,
            RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.devices = devices;
        this.audit = audit;
        var events = new EventStore(database, clock);
        this.heralds = fleet.webhooks().stream()
                .map(webhook -> new Herald(webhook, events, clock, random))
                .toList();
    }

    /// Begins. An address that does not answer holds up no other work than telling it.
    Chores start() {
        Thread.ofPlatform().daemon().name("chores").start(() -> loop(this::tidy));
        heralds.forEach(herald -> Thread.ofPlatform().daemon().name("herald").start(() -> loop(() -> tell(herald))));
        return this;
    }

    /// As every piece of work on the database does, this also shows what other processes changed in it.
    private void tidy() {
        if (database.leads()) {
            devices.endOverlaps();
            PeerFeed.forget(database, clock);
            seal();
        }
    }

    private void seal() {
        var now = clock.instant();
        if (!now.isBefore(sealedAt.plus(SEAL_EVERY))) {
            audit.seal();
            sealedAt = now;
        }
    }

    private void tell(Herald herald) {
        if (database.leads()) {
            herald.work();
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
        heralds.forEach(Herald::close);
    }
}
