// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.ginnel.daemon.machine.Event;
import org.jspecify.annotations.Nullable;

/// The one piece of background work of the driver. Work that was replaced or cancelled is not heard any more,
/// however late it ends. To be used on the loop.
final class Work {
    private final Loop loop;
    private final ExecutorService background;
    private final Consumer<Event> sink;
    private @Nullable Future<?> current;
    private long ticket;

    /// @param background runs jobs, which block; cancelling a future of it interrupts its job
    Work(Loop loop, ExecutorService background, Consumer<Event> sink) {
        this.loop = loop;
        this.background = background;
        this.sink = sink;
    }

    /// Runs `job` in the background and hands its event to the loop. Replaces what is under way.
    void start(Job job) {
        cancel();
        var mine = ++ticket;
        current = background.submit(() -> run(job, mine));
    }

    private void run(Job job, long mine) {
        try {
            var event = job.run(early -> loop.post(() -> deliver(mine, early)));
            loop.post(() -> {
                if (ticket == mine) {
                    current = null;
                    ticket++;
                    sink.accept(event);
                }
            });
        } catch (InterruptedException e) {
            // Cancelled: whoever cancelled does not wait for anything.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            loop.post(() -> {
                throw e;
            });
        }
    }

    private void deliver(long from, Event early) {
        if (ticket == from) {
            sink.accept(early);
        }
    }

    void cancel() {
        ticket++;
        if (current != null) {
            current.cancel(true);
            current = null;
        }
    }

    /// Background work that ends in an event.
    interface Job {
        /// Does the work.
        ///
        /// @param early takes events before the end
        Event run(Consumer<Event> early) throws InterruptedException;
    }
}
