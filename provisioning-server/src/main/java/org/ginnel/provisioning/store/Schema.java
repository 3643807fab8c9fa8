// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// The tables, as numbered steps that are applied once each, in one transaction with the number they lead to.
///
/// SQLite keeps that number itself (`PRAGMA user_version`), so a list and a loop do what Flyway would for a single
/// file with one writer, without its quarter of a second at every start.
final class Schema {
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE server (
                id TEXT PRIMARY KEY,
                ipv4 TEXT NOT NULL,
                ipv6 TEXT NOT NULL,
                public_key BLOB,
                revision INTEGER NOT NULL DEFAULT 0,
                last_slot INTEGER NOT NULL DEFAULT 1
            ) STRICT
            """,
            """
            CREATE TABLE lease (
                client_name TEXT PRIMARY KEY,
                server_id TEXT NOT NULL REFERENCES server (id),
                user_id TEXT NOT NULL,
                device TEXT NOT NULL,
                device_name TEXT,
                slot INTEGER,
                public_key BLOB,
                preshared_key BLOB,
                revision INTEGER NOT NULL,
                confirmed INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                revoked_at INTEGER,
                UNIQUE (server_id, slot),
                UNIQUE (server_id, public_key),
                CHECK ((revoked_at IS NULL) = (slot IS NOT NULL)),
                CHECK ((revoked_at IS NULL) = (public_key IS NOT NULL)),
                CHECK ((revoked_at IS NULL) = (preshared_key IS NOT NULL))
            ) STRICT
            """,
            "CREATE UNIQUE INDEX lease_of_device ON lease (user_id, server_id, device) WHERE revoked_at IS NULL",
            "CREATE INDEX lease_revoked ON lease (revoked_at) WHERE revoked_at IS NOT NULL"));

    private Schema() {}

    /// Brings the tables up to date.
    ///
    /// @throws StoreException when a newer version of this program made them
    static void migrate(Handle handle) {
        var version =
                handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
        if (version > STEPS.size()) {
            throw new StoreException("The database was made by a newer version of ginnel-provisioning (schema "
                    + version + ", this one knows " + STEPS.size() + "). Run that version, or restore a backup.");
        }
        for (int step = version; step < STEPS.size(); step++) {
            var next = step + 1;
            var statements = STEPS.get(step);
            handle.useTransaction(tx -> {
                statements.forEach(tx::execute);
                tx.execute("PRAGMA user_version = " + next);
            });
        }
    }
}
