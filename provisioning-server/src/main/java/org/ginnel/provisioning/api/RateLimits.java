// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How often a key and a network may call. A key: 120 at once, then 10 a second. A network (/24, or /56 for IPv6),
/// where many users may share an address: 600 at once, then 50 a second. Agents are not counted.
final class RateLimits {
    private final Buckets keys;
    private final Buckets networks;

    RateLimits(LongSupplier nanoTime) {
        keys = new Buckets(120, Duration.ofMillis(100), nanoTime);
        networks = new Buckets(600, Duration.ofMillis(20), nanoTime);
    }

    /// Counts a call.
    ///
    /// @throws Refusal when there were too many
    void count(InetAddress address) {
        refuse(networks.take(AddressPrefix.of(address, 24, 56)));
    }

    /// Counts a call with a valid key.
    ///
    /// @throws Refusal when there were too many
    void count(String keyId) {
        refuse(keys.take(keyId));
    }

    private static void refuse(Optional<Duration> wait) {
        if (wait.isPresent()) {
            throw new Refusal(
                    Problem.TOO_MANY_CALLS,
                    Map.of("Retry-After", Long.toString(wait.get().toSeconds())));
        }
    }
}
