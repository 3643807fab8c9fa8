// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.List;

/// The tables, as the steps that made them: `schema/1.sql` and so on. A step that was ever released is never changed.
/// Those that are missing run in order, in one transaction with their number, while nobody else writes.
final class Schema {
    /// How many steps this version knows.
    static final int STEPS = 5;

    private Schema() {}

    /// Brings the tables up to date.
    ///
    /// @throws StoreException when a newer version of this program made them
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
    }

    private static List<String> statements(int step) {
        return List.of(Resource.text("schema/" + step + ".sql").split(";\\s*\\n", -1)).stream()
                .filter(text -> !text.isBlank())
                .toList();
    }
}
