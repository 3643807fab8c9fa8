// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.event.Herald;
import org.ginnel.provisioning.fleet.Webhook;
import org.ginnel.provisioning.store.EventStore;

/// The heralds of all addresses that are to be told, one thread each: an address that does not answer holds up no
/// other. Follows the operator's list; used by one thread, besides closing.
final class Heralds implements AutoCloseable {
    private final EventStore events;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final BooleanSupplier leads;
    private final BiConsumer<String, Runnable> loops;
    private final Map<Webhook, Herald> running = new HashMap<>();

    /// @param leads whether this process is the one that tells
    /// @param loops begins to do something again and again, on a thread of that name, until everything is closed
    Heralds(
            EventStore events,
            InstantSource clock,
            RandomGenerator random,
            BooleanSupplier leads,
            BiConsumer<String, Runnable> loops) {
        this.events = events;
        this.clock = clock;
        this.random = random;
        this.leads = leads;
        this.loops = loops;
    }

    /// From now on these are told, and no others.
    synchronized void follow(List<Webhook> webhooks) {
        running.entrySet().removeIf(entry -> {
            var gone = !webhooks.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        for (var webhook : webhooks) {
            if (!running.containsKey(webhook)) {
                var herald = new Herald(webhook, events, clock, random);
                running.put(webhook, herald);
                loops.accept("herald", () -> work(webhook, herald));
            }
        }
    }

    private void work(Webhook webhook, Herald herald) {
        if (isRunning(webhook, herald) && leads.getAsBoolean()) {
            herald.work();
        }
    }

    private synchronized boolean isRunning(Webhook webhook, Herald herald) {
        return running.get(webhook) == herald;
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Herald::close);
        running.clear();
    }
}
