// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The loop on a thread of its own, on the machine's monotonic clock.
public final class ThreadLoop implements Loop, AutoCloseable {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<RuntimeException> onDefect;

    /// @param onDefect told on the loop of what a task threw
    public ThreadLoop(Consumer<RuntimeException> onDefect) {
        this.onDefect = onDefect;
        this.executor = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "ginnel-machine"));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void post(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException closed) {
            // The daemon is going away: what happened after the last task is nobody's business any more.
            return;
        }
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var future = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                onDefect.accept(e);
            }
        };
    }

    /// Lets what is posted end, for five seconds at most, and stops.
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SHUTDOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
