// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

/// What differs between the databases that the store runs on. Everything else is the same text on both.
sealed interface Engine permits Sqlite, Postgres {
    /// A new connection, ready for use, in autocommit mode.
    Sql connect();

    /// The text that begins a transaction in which nobody else writes, in this process or another one.
    String begin();

    /// The text that ends it.
    ///
    /// @param changed whether there is anything that other processes might want to know
    String commit(boolean changed);

    /// A statement of the schema in this engine's words.
    String dialect(String statement);

    /// The query for every column there is, of any table, as `table.column`.
    String everyColumn();

    int schemaVersion(Sql sql);

    void setSchemaVersion(Sql sql, int version);

    /// Whether this connection is the one, of all nodes', that does what one has to do: the first that asks, until
    /// it is closed.
    default boolean leads(Sql sql) {
        return true;
    }

    /// Whether several processes may serve from it at the same time.
    default boolean isShared() {
        return false;
    }

    /// For messages: which database this is, without a password.
    String description();
}
