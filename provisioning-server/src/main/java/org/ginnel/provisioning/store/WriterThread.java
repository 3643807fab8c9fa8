// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs all work on one connection, one piece after the other. Pieces that arrive together share one commit, each in a
/// savepoint of its own: one that fails takes none of the others with it.
final class WriterThread implements AutoCloseable {
    private static final int MAX_BATCH = 512;
    private static final int MAX_WAITING = 4096;

    /// A disk that is stuck costs every caller this long and no more.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Engine engine;
    private final Duration patience;
    private final BlockingQueue<Job<?>> jobs = new ArrayBlockingQueue<>(MAX_WAITING);
    private final List<Database.Work<?>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private Sql sql;

    WriterThread(Sql sql, Engine engine) {
        this(sql, engine, PATIENCE);
    }

    /// With another patience, for tests.
    WriterThread(Sql sql, Engine engine, Duration patience) {
        this.sql = sql;
        this.engine = engine;
        this.patience = patience;
        this.thread = Thread.ofPlatform().name("store-writer").start(this::loop);
    }

    void afterCommit(Database.Work<?> listener) {
        listeners.add(listener);
    }

    <T> T run(Database.Work<T> work) {
        var job = new Job<>(work);
        if (closed.get() || !jobs.offer(job)) {
            throw new StoreException("The database is closed or has more work than it can do.");
        }
        if (closed.get() && jobs.remove(job)) {
            throw new StoreException("The database is closed.");
        }
        try {
            return job.done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            job.abandon();
            throw new StoreException(
                    "The database did not answer in " + patience.toSeconds() + " s. Is its disk full or stuck?", e);
        } catch (InterruptedException e) {
            job.abandon();
            Thread.currentThread().interrupt();
            throw new StoreException("The call was ended.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException known
                    ? known
                    : new StoreException("The database refused the work.", e);
        }
    }

    private void loop() {
        try {
            while (true) {
                var batch = new ArrayList<Job<?>>();
                batch.add(jobs.take());
                jobs.drainTo(batch, MAX_BATCH - 1);
                commit(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.set(true);
            var left = new ArrayList<Job<?>>();
            jobs.drainTo(left);
            left.forEach(job -> job.fail(new StoreException("The database is closed.")));
        }
    }

    private void commit(List<Job<?>> batch) {
        try {
            begin();
            batch.forEach(job -> job.attempt(sql));
            sql.revisions().settle(sql);
            sql.cursors().settle(sql);
            sql.forgetTail();
            sql.execute(engine.commit(sql.takeChanges() > 0));
        } catch (SqlException e) {
            sql.revisions().forget();
            sql.cursors().forget();
            sql.forgetTail();
            rollBack(e);
            batch.forEach(job -> job.fail(e));
            return;
        }
        try {
            listeners.forEach(listener -> listener.in(sql));
        } finally {
            batch.forEach(Job::complete);
        }
    }

    /// A connection to a server may be lost at any time: one that is lost before anything was done is made anew.
    private void begin() {
        try {
            sql.execute(engine.begin());
        } catch (SqlException e) {
            if (!engine.isShared() || sql.isAlive()) {
                throw e;
            }
            try {
                sql.close();
                sql = engine.connect();
            } catch (StoreException | SqlException again) {
                again.addSuppressed(e);
                throw again instanceof SqlException known ? known : e;
            }
            sql.execute(engine.begin());
        }
    }

    private void rollBack(SqlException why) {
        try {
            sql.execute("ROLLBACK");
        } catch (SqlException e) {
            why.addSuppressed(e); // there was no transaction, or SQLite ended it already
        }
    }

    /// Ends when what was begun is done, and closes the connection.
    @Override
    public void close() {
        closed.set(true);
        thread.interrupt();
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sql.close();
    }

    /// One piece of work and whoever waits for it. Answers only after the commit.
    private static final class Job<T> {
        private final Database.Work<T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private final AtomicBoolean abandoned = new AtomicBoolean();
        private Runnable answer = () -> {};

        private Job(Database.Work<T> work) {
            this.work = work;
        }

        /// Nobody waits any more: what has not begun is not done. What has begun may still be kept.
        private void abandon() {
            abandoned.set(true);
        }

        private void attempt(Sql sql) {
            if (abandoned.get()) {
                return;
            }
            sql.run("SAVEPOINT job");
            try {
                var result = work.in(sql);
                answer = () -> done.complete(result);
            } catch (RuntimeException e) {
                sql.run("ROLLBACK TO SAVEPOINT job");
                sql.forgetTail();
                answer = () -> done.completeExceptionally(e);
            }
            sql.run("RELEASE SAVEPOINT job");
        }

        private void complete() {
            answer.run();
        }

        private void fail(Exception cause) {
            done.completeExceptionally(cause);
        }
    }
}
