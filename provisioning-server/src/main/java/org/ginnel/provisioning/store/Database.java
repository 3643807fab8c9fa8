// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.ginnel.host.FileTrouble;

/// The store's database, written by one thread. What [#run] returned is on the disk.
public final class Database implements AutoCloseable {
    private final Optional<FileChannel> lock;
    private final Engine engine;
    private final WriterThread writer;
    private Optional<Wakeup> wakeup = Optional.empty();

    private Database(Optional<FileChannel> lock, Engine engine) {
        this.lock = lock;
        this.engine = engine;
        var sql = engine.connect();
        try {
            Schema.migrate(sql, engine);
        } catch (SqlException e) {
            sql.close();
            throw new StoreException(
                    engine.description() + " cannot be opened (" + e.getMessage() + "). Check that the directory"
                            + " exists, is writable and that the file is an SQLite database.",
                    e);
        } catch (StoreException e) {
            sql.close();
            throw e;
        }
        this.writer = new WriterThread(sql, engine);
    }

    /// Opens the SQLite file for a service, or makes it. One service at a time has it.
    ///
    /// @throws StoreException when it cannot be used, with a sentence on why and what to do
    public static Database open(Path file) {
        return open(Location.file(file));
    }

    /// Opens the database for a service. An SQLite file is made where there is none, and one service at a time has it;
    /// a PostgreSQL database is shared by any number of nodes.
    ///
    /// @throws StoreException when it cannot be used, with a sentence on why and what to do
    public static Database open(Location location) {
        return switch (location.engine()) {
            case Postgres shared -> {
                var database = new Database(Optional.empty(), shared);
                database.wakeup = Optional.of(Wakeup.start(shared, database::look));
                yield database;
            }
            case Sqlite own -> {
                var file = own.file();
                var lock = lock(file.resolveSibling(file.getFileName() + ".lock"));
                try {
                    yield new Database(Optional.of(lock), own);
                } catch (StoreException e) {
                    closeQuietly(lock);
                    throw e;
                }
            }
        };
    }

    /// Opens the database beside the service that may have it open, for a command of the operator. An SQLite file is
    /// not made: a misspelt name would be taken for a service without data.
    ///
    /// @throws StoreException when there is none, or it cannot be used, with a sentence on why and what to do
    public static Database join(Location location) {
        if (location.engine() instanceof Sqlite own && Files.notExists(own.file())) {
            throw new StoreException("There is no database " + own.file()
                    + ". Name the service's with --database; the service makes it when it first starts.");
        }
        return joinOrMake(location);
    }

    /// The same, but makes an SQLite file where there is none: for what is to be there before the service is.
    public static Database joinOrMake(Location location) {
        return new Database(Optional.empty(), location.engine());
    }

    /// The same for an SQLite file.
    public static Database join(Path file) {
        return join(Location.file(file));
    }

    /// Takes note of what other processes changed: after a commit everybody looks, even after an empty one.
    private void look() {
        try {
            run(_ -> true);
        } catch (StoreException e) {
            return; // it is closed, or the next look will tell
        }
    }

    /// Whether this process is the one, of all that serve from the database, that does what one has to do.
    public boolean leads() {
        return run(engine::leads);
    }

    /// Whether other processes may change it at any time.
    boolean isShared() {
        return engine.isShared();
    }

    private static FileChannel lock(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // held by this very process: the same answer as for another one
            }
            channel.close();
        } catch (IOException e) {
            throw new StoreException(
                    "The directory of " + file + " cannot be written (" + FileTrouble.of(e)
                            + "). Create it, or choose another file with --database.",
                    e);
        }
        throw new StoreException("Another ginnel-provisioning has this database open: " + file
                + " is locked. Stop that one first, or choose another file with --database.");
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("The lock file could not be closed.", e);
        }
    }

    /// Does `work` in a transaction of its own and returns once that is on the disk. Blocks; any thread may call.
    ///
    /// @throws StoreException when it could not be done, and then nothing of it was
    <T> T run(Work<T> work) {
        return writer.run(work);
    }

    /// Has `work` done after every commit, before anybody who waits for that commit goes on. It must not fail for
    /// reasons of its own.
    void afterCommit(Work<?> work) {
        writer.afterCommit(work);
    }

    @Override
    public void close() {
        wakeup.ifPresent(Wakeup::close);
        writer.close();
        lock.ifPresent(Database::closeQuietly);
    }

    /// What is done in one transaction. Runs on the writer's thread: it must not wait for anything.
    interface Work<T> {
        T in(Sql sql);
    }
}
