// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/// An executor whose tasks run when a test says so, on the test's thread.
final class HeldTasks extends AbstractExecutorService {
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean shut;

    /// Runs the oldest task. False when there is none.
    boolean runNext() {
        var task = held.poll();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    @Override
    public void execute(Runnable task) {
        held.add(task);
    }

    @Override
    public void shutdown() {
        shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shut = true;
        return List.copyOf(held);
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shut;
    }
}
