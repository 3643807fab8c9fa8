// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One SQLite file, readable by its owner only, opened by one process at a time and written by one thread. What
/// [#run] returned is on the disk.
public final class Database implements AutoCloseable {
    private final FileChannel lock;
    private final Handle handle;
    private final WriterThread writer;

    private Database(FileChannel lock, Handle handle) {
        this.lock = lock;
        this.handle = handle;
        this.writer = new WriterThread(handle);
    }

    /// Opens the file, or makes it.
    ///
    /// @throws StoreException when it cannot be used, with a sentence on why and what to do
    public static Database open(Path file) {
        var lock = lock(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            createPrivate(file);
            var handle = Jdbi.open(source(file).getConnection());
            Schema.migrate(handle);
            return new Database(lock, handle);
        } catch (IOException | SQLException | JdbiException e) {
            closeQuietly(lock);
            throw new StoreException(
                    "The database " + file + " cannot be opened (" + e.getMessage() + "). Check that the directory"
                            + " exists, is writable and that the file is an SQLite database.",
                    e);
        } catch (StoreException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(2000);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static void createPrivate(Path file) throws IOException {
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
                    "The directory of " + file + " cannot be written (" + e.getMessage()
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

    @Override
    public void close() {
        writer.close();
        handle.close();
        closeQuietly(lock);
    }

    /// What is done in one transaction. Runs on the writer's thread: it must not wait for anything.
    interface Work<T> {
        T in(Handle handle);
    }
}
