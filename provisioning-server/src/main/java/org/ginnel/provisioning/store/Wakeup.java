// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from PostgreSQL when another node changed something, on a connection of its own. A lost connection is made
/// anew; what happened meanwhile is noticed by the next piece of work, which looks by itself.
final class Wakeup implements AutoCloseable {
    /// The channel that every commit with a change notifies.
    static final String CHANNEL = "ginnel_changes";

    private static final Logger LOG = LoggerFactory.getLogger(Wakeup.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Engine engine;
    private final Runnable changed;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Wakeup(Engine engine, Runnable changed) {
        this.engine = engine;
        this.changed = changed;
    }

    static Wakeup start(Engine engine, Runnable changed) {
        var wakeup = new Wakeup(engine, changed);
        Thread.ofPlatform().daemon().name("store-wakeup").start(wakeup::loop);
        return wakeup;
    }

    private void loop() {
        while (!closed.get()) {
            try (var sql = engine.connect()) {
                sql.execute("LISTEN " + CHANNEL);
                changed.run();
                listen(sql.connection().unwrap(PGConnection.class));
            } catch (SQLException | SqlException | StoreException e) {
                if (!closed.get()) {
                    LOG.atWarn().addKeyValue("why", e.getMessage()).log("the line to the database is lost");
                    java.util.concurrent.locks.LockSupport.parkNanos(
                            Duration.ofSeconds(1).toNanos());
                }
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!closed.get()) {
            var heard = connection.getNotifications((int) LOOK_EVERY.toMillis());
            if (heard != null && heard.length > 0) {
                changed.run();
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
