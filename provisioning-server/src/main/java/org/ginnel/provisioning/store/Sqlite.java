// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.ginnel.host.FileTrouble;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One file, readable by its owner only when made here. A commit is on the disk when it returns.
record Sqlite(Path file) implements Engine {
    private static final int CACHE_KIB = 64 << 10;

    /// Keys are random, so every commit touches pages all over the file: the more commits share a checkpoint, the fewer
    /// times a page is written. 32 MiB are read in a fraction of a second after a crash.
    private static final int CHECKPOINT_PAGES = 8192;

    private static final long WAL_LIMIT = 64 << 20;

    @Override
    public Sql connect() {
        try {
            createPrivate();
            return new Sql(source().getConnection());
        } catch (IOException e) {
            throw unusable(FileTrouble.of(e), e);
        } catch (SQLException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    private StoreException unusable(@Nullable String why, Exception e) {
        return new StoreException(
                "The database " + file + " cannot be opened (" + why + "). Check that the directory"
                        + " exists, is writable and that the file is an SQLite database.",
                e);
    }

    private SQLiteDataSource source() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(2000);
        config.setCacheSize(-CACHE_KIB);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY); // what a savepoint may have to put back, too
        config.setGetGeneratedKeys(false); // else the driver asks for one after every insert
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(WAL_LIMIT));
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private void createPrivate() throws IOException {
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            return; // an operator's choice of permissions stands
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE";
    }

    @Override
    public String commit(boolean changed) {
        return "COMMIT";
    }

    @Override
    public String dialect(String statement) {
        return statement;
    }

    @Override
    public String everyColumn() {
        return "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c"
                + " WHERE t.type = 'table'";
    }

    @Override
    public int schemaVersion(Sql sql) {
        return Math.toIntExact(sql.number("PRAGMA user_version"));
    }

    @Override
    public void setSchemaVersion(Sql sql, int version) {
        sql.execute("PRAGMA user_version = " + version);
    }

    @Override
    public String description() {
        return "The database " + file;
    }
}
