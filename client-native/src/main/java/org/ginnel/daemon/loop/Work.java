// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.util.function.Consumer;
import org.ginnel.daemon.machine.Event;
import org.jspecify.annotations.Nullable;

/// The one piece of background work of the driver. Work that was replaced or cancelled is not heard any more, however
/// late it ends. To be used on the loop.
final class Work {
    private final Loop loop;
    private final Consumer<Event> sink;
    private @Nullable Thread current;

    Work(Loop loop, Consumer<Event> sink) {
        this.loop = loop;
        this.sink = sink;
    }

    /// Runs `job` on a virtual thread and hands its event to the loop. Replaces what is under way.
    void start(Job job) {
        cancel();
        var thread = Thread.ofVirtual().name("ginnel-work").unstarted(() -> run(job));
        current = thread;
        thread.start();
    }

    private void run(Job job) {
        var self = Thread.currentThread();
        try {
            var event = job.run(early -> loop.post(() -> deliver(self, early)));
            loop.post(() -> {
                if (current == self) {
                    current = null;
                    sink.accept(event);
                }
            });
        } catch (InterruptedException e) {
            // Cancelled: whoever cancelled does not wait for anything.
            self.interrupt();
        } catch (RuntimeException e) {
            loop.post(() -> {
                throw e;
            });
        }
    }

    private void deliver(Thread from, Event early) {
        if (current == from) {
            sink.accept(early);
        }
    }

    void cancel() {
        if (current != null) {
            current.interrupt();
            current = null;
        }
    }

    /// Background work that ends in an event.
    interface Job {
        /// @param early takes events before the end
        Event run(Consumer<Event> early) throws InterruptedException;
    }
}
