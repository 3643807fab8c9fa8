// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Counts failed authentications per address (per /64 for IPv6) in a token bucket, in bounded memory.
///
/// Only a failure costs anything: whoever holds a valid key is never refused for what a neighbour behind the same
/// address does. That is safe because a tag of 64 bits cannot be guessed at any rate that a network carries.
final class FailedAttempts {
    private static final int BURST = 20;
    private static final long REFILL_NANOS = Duration.ofSeconds(3).toNanos();
    private static final int MAX_ADDRESSES = 8192;

    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    FailedAttempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Counts one failure. How long to stay away when there were too many, rounded up to whole seconds.
    synchronized Optional<Duration> count(InetAddress address) {
        var now = nanoTime.getAsLong();
        var bucket = buckets.computeIfAbsent(key(address), _ -> new Bucket(BURST, now));
        if (buckets.size() > MAX_ADDRESSES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        bucket.refill(now);
        if (bucket.tokens > 0) {
            bucket.tokens--;
            return Optional.empty();
        }
        var wait = REFILL_NANOS - (now - bucket.since);
        return Optional.of(Duration.ofSeconds(Math.max(1, Math.ceilDiv(wait, 1_000_000_000L))));
    }

    synchronized int size() {
        return buckets.size();
    }

    private static String key(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private static final class Bucket {
        private int tokens;
        private long since;

        private Bucket(int tokens, long since) {
            this.tokens = tokens;
            this.since = since;
        }

        private void refill(long now) {
            var gained = (now - since) / REFILL_NANOS;
            if (tokens + gained >= BURST) {
                tokens = BURST;
                since = now;
            } else {
                tokens += (int) gained;
                since += gained * REFILL_NANOS;
            }
        }
    }
}
