// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Token buckets by name, in bounded memory: who was seen least lately is forgotten first, and starts anew. Safe for
/// any number of threads.
final class Buckets {
    private static final int MAX_NAMES = 8192;

    private final int burst;
    private final long refillNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /// @param burst how much is free at once
    /// @param refill after how long one more is
    Buckets(int burst, Duration refill, LongSupplier nanoTime) {
        this.burst = burst;
        this.refillNanos = refill.toNanos();
        this.nanoTime = nanoTime;
    }

    /// Takes one. How long to stay away when there was none, rounded up to whole seconds.
    synchronized Optional<Duration> take(String name) {
        var now = nanoTime.getAsLong();
        var bucket = buckets.computeIfAbsent(name, _ -> new Bucket(burst, now));
        if (buckets.size() > MAX_NAMES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        bucket.refill(now);
        if (bucket.tokens > 0) {
            bucket.tokens--;
            return Optional.empty();
        }
        var wait = refillNanos - (now - bucket.since);
        return Optional.of(Duration.ofSeconds(Math.max(1, Math.ceilDiv(wait, 1_000_000_000L))));
    }

    synchronized int size() {
        return buckets.size();
    }

    private final class Bucket {
        private int tokens;
        private long since;

        private Bucket(int tokens, long since) {
            this.tokens = tokens;
            this.since = since;
        }

        private void refill(long now) {
            var gained = (now - since) / refillNanos;
            if (tokens + gained >= burst) {
                tokens = burst;
                since = now;
            } else {
                tokens += (int) gained;
                since += gained * refillNanos;
            }
        }
    }
}
