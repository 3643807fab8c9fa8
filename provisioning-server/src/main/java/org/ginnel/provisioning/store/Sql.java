// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.audit.Entry;
import org.jspecify.annotations.Nullable;

/// Statements on one connection, each text prepared once. Used by one thread at a time. The texts run on SQLite and
/// PostgreSQL alike; values are text, whole numbers, bytes or null.
final class Sql implements AutoCloseable {
    private static final int MAX_PREPARED = 256;

    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    private final Revisions revisions = new Revisions();
    private final Cursors cursors = new Cursors();
    private Optional<Entry> tail = Optional.empty();
    private long changes;

    /// @param connection in autocommit mode; closed with this
    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Runs a statement that takes no values, such as `BEGIN`.
    void execute(String text) {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// The same for a text that is run often.
    void run(String text) {
        try {
            bound(text).execute();
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// Runs a statement that changes rows.
    ///
    /// @return how many
    int update(String text, @Nullable Object... values) {
        try {
            var count = bound(text, values).executeUpdate();
            changes += count;
            return count;
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    <T> List<T> list(String text, Row<T> reader, @Nullable Object... values) {
        try (var rows = bound(text, values).executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// Hands over every row, without keeping any.
    ///
    /// @return how many there were
    long each(String text, Row<?> reader) {
        try (var rows = bound(text).executeQuery()) {
            var count = 0L;
            while (rows.next()) {
                reader.read(rows);
                count++;
            }
            return count;
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    <T> Optional<T> first(String text, Row<T> reader, @Nullable Object... values) {
        try (var rows = bound(text, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// The one number that the query answers.
    long number(String text, @Nullable Object... values) {
        return first(text, row -> row.getLong(1), values).orElseThrow();
    }

    /// The truth that the query answers.
    boolean holds(String text, @Nullable Object... values) {
        return first(text, row -> row.getBoolean(1), values).orElseThrow();
    }

    private PreparedStatement bound(String text, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
            if (prepared.size() > MAX_PREPARED) {
                prepared.pollFirstEntry().getValue().close();
            }
        }
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setLong(index, number);
            case Boolean truth -> statement.setLong(index, truth ? 1 : 0);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> throw new IllegalArgumentException("no value of a database: " + value.getClass());
        }
    }

    Revisions revisions() {
        return revisions;
    }

    Cursors cursors() {
        return cursors;
    }

    /// The last entry of the record that was written in this transaction, if it still stands.
    Optional<Entry> tail() {
        return tail;
    }

    void tail(Entry written) {
        tail = Optional.of(written);
    }

    /// What was written since a savepoint is undone.
    void forgetTail() {
        tail = Optional.empty();
    }

    /// How many rows were changed since this was asked last.
    long takeChanges() {
        var count = changes;
        changes = 0;
        return count;
    }

    /// Whether the connection still answers.
    boolean isAlive() {
        try {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// Reads what a row says.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
