// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Counts failed authentications per address (per /64 for IPv6).
///
/// Only a failure costs anything: whoever holds a valid key is never refused for what a neighbour behind the same
/// address does. That is safe because a tag of 64 bits cannot be guessed at any rate that a network carries.
final class FailedAttempts {
    private final Buckets buckets;

    FailedAttempts(LongSupplier nanoTime) {
        this.buckets = new Buckets(20, Duration.ofSeconds(3), nanoTime);
    }

    /// Counts one failure. How long to stay away when there were too many, rounded up to whole seconds.
    Optional<Duration> count(InetAddress address) {
        return buckets.take(AddressPrefix.of(address, 32, 64));
    }

    int size() {
        return buckets.size();
    }
}
