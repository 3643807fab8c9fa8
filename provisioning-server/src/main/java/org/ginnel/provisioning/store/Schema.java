// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.List;
import java.util.Locale;

/// The tables, as the steps that made them: `schema/1.sql` and so on. A step that was ever released is never changed.
/// Those that are missing run in order, in one transaction with their number, while nobody else writes.
final class Schema {
    /// How many steps this version knows.
    static final int STEPS = 5;

    private Schema() {}

    /// Brings the tables up to date.
    ///
    /// @throws StoreException when a newer version of this program made them, or there is a place for private
    ///     keys
    static void migrate(Sql sql, Engine engine) {
        sql.execute(engine.begin());
        try {
            migrateLocked(sql, engine);
            sql.execute("COMMIT");
        } catch (SqlException | StoreException e) {
            rollBack(sql, e);
            throw e;
        }
    }

    private static void rollBack(Sql sql, RuntimeException why) {
        try {
            sql.execute("ROLLBACK");
        } catch (SqlException e) {
            why.addSuppressed(e);
        }
    }

    private static void migrateLocked(Sql sql, Engine engine) {
        var version = engine.schemaVersion(sql);
        if (version > STEPS) {
            throw new StoreException("The database was made by a newer version of ginnel-provisioning (schema "
                    + version + ", this one knows " + STEPS + "). Run that version, or restore a backup.");
        }
        for (int step = version + 1; step <= STEPS; step++) {
            statements(step).stream().map(engine::dialect).forEach(sql::execute);
            engine.setSchemaVersion(sql, step);
        }
        refusePrivateKeys(sql, engine);
    }

    /// Other provisioning servers keep them, and somebody may have joined such a table to ours.
    private static void refusePrivateKeys(Sql sql, Engine engine) {
        var places = sql.list(engine.everyColumn(), row -> row.getString(1)).stream()
                .filter(column -> column.toLowerCase(Locale.ROOT).matches(".*private_?key.*"))
                .toList();
        if (!places.isEmpty()) {
            throw new StoreException("The database has a place for private keys (" + String.join(", ", places)
                    + "), and this service never keeps one. Remove it after a backup, or use another database.");
        }
    }

    private static List<String> statements(int step) {
        return List.of(Resource.text("schema/" + step + ".sql").split(";\\s*\\n", -1)).stream()
                .filter(text -> !text.isBlank())
                .toList();
    }
}
