// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Copies everything from one database to another, of whichever kind, or to a stream and back. What is read is of one
/// moment; what is written is there in full afterwards, or not at all.
public final class Transfer {
    private Transfer() {}

    /// Copies from one database to another.
    ///
    /// @param to made up to date first; has to be empty
    /// @return how many rows
    /// @throws StoreException when it could not be done, and then nothing was
    public static long copy(Location from, Location to) {
        return reading(
                from,
                source -> writing(to, target -> {
                    var rows = 0L;
                    for (var table : Table.ALL) {
                        rows += source.each(table.select(), row -> target.update(table.insert(), table.values(row)));
                    }
                    return rows;
                }));
    }

    /// Writes everything to a stream, which is closed only by the caller.
    ///
    /// @return how many rows
    public static long write(Location from, OutputStream out) throws IOException {
        var text = new RowText();
        try {
            return reading(from, source -> {
                var rows = 0L;
                for (var table : Table.ALL) {
                    rows += source.each(table.select(), row -> text.write(table, table.values(row), out));
                }
                text.end(out);
                return rows;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Reads everything from a stream that [#write] made.
    ///
    /// @param to made up to date first; has to be empty
    /// @return how many rows
    public static long read(InputStream in, Location to) throws IOException {
        var text = new RowText();
        try {
            return writing(to, target -> text.read(in, (table, values) -> target.update(table.insert(), values)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long reading(Location from, Database.Work<Long> work) {
        try (var source = from.engine().connect()) {
            Schema.migrate(source, from.engine());
            source.execute(from.engine().begin());
            var rows = work.in(source);
            source.execute("ROLLBACK");
            return rows;
        } catch (SqlException e) {
            throw new StoreException("Nothing was copied: " + e.getMessage(), e);
        }
    }

    private static long writing(Location to, Database.Work<Long> work) {
        try (var target = to.engine().connect()) {
            Schema.migrate(target, to.engine());
            target.execute(to.engine().begin());
            for (var table : Table.ALL) {
                if (!table.name().equals("counter")
                        && target.holds("SELECT EXISTS (SELECT 1 FROM " + table.name() + ")")) {
                    throw new StoreException("Nothing was copied: the new database has data in it already ("
                            + table.name() + "). Take an empty one.");
                }
            }
            target.update("DELETE FROM counter");
            var rows = work.in(target);
            target.execute(to.engine().commit(true));
            return rows;
        } catch (SqlException e) {
            throw new StoreException("Nothing was copied: " + e.getMessage(), e);
        }
    }
}
