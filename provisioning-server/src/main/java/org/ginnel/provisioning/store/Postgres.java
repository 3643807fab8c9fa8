// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/// A PostgreSQL database that several nodes share. Whoever writes holds an advisory lock until the commit, so changes
/// follow each other as they do in a file; each node gathers many of them in one transaction. Never prints the
/// password.
record Postgres(String url, String user, Optional<String> password) implements Engine {
    /// Any number, as long as all nodes use the same: "ginnel" in ASCII.
    private static final long WRITER_LOCK = 0x67696e6e656cL;

    private static final long LEADER_LOCK = 0x67696e6eL;

    @Override
    public Sql connect() {
        var properties = new Properties();
        properties.setProperty("user", user);
        password.ifPresent(text -> properties.setProperty("password", text));
        properties.setProperty("ApplicationName", "ginnel-provisioning");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        try {
            return new Sql(DriverManager.getConnection(url, properties));
        } catch (SQLException e) {
            throw new StoreException(
                    "The PostgreSQL database cannot be opened (" + e.getMessage()
                            + "). Check the address, the user and the password, and that the server runs.",
                    e);
        }
    }

    @Override
    public String begin() {
        return "BEGIN; SELECT pg_advisory_xact_lock(" + WRITER_LOCK + ")";
    }

    @Override
    public String commit(boolean changed) {
        return changed ? "NOTIFY " + Wakeup.CHANNEL + "; COMMIT" : "COMMIT";
    }

    @Override
    public String dialect(String statement) {
        return statement
                .replace(" BLOB", " BYTEA")
                .replace(" INTEGER", " BIGINT")
                .replace(") STRICT", ")");
    }

    @Override
    public String everyColumn() {
        return "SELECT table_name || '.' || column_name FROM information_schema.columns"
                + " WHERE table_schema = current_schema()";
    }

    @Override
    public int schemaVersion(Sql sql) {
        sql.execute("CREATE TABLE IF NOT EXISTS ginnel_schema (version BIGINT NOT NULL)");
        return sql.first("SELECT version FROM ginnel_schema", row -> row.getInt(1))
                .orElse(0);
    }

    @Override
    public void setSchemaVersion(Sql sql, int version) {
        sql.execute("DELETE FROM ginnel_schema");
        sql.execute("INSERT INTO ginnel_schema VALUES (" + version + ")");
    }

    /// A lock of the session: whoever has it is asked again without counting, and it is free when its session ends.
    @Override
    public boolean leads(Sql sql) {
        return sql.holds("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
                        + " AND classid = 0 AND objid = " + LEADER_LOCK + ")")
                || sql.holds("SELECT pg_try_advisory_lock(" + LEADER_LOCK + ")");
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String description() {
        return "The PostgreSQL database";
    }

    @Override
    public String toString() {
        return "Postgres[" + url + "]";
    }
}
