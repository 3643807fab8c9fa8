// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// How busy gateways say that they are, in steps of a twentieth, so that a list of servers does not change for
/// nothing. What was said too long ago is not known. Safe for any number of threads.
final class Loads {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(3);
    private static final int STEPS = 20;

    private final Map<String, Said> loads = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    Loads(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// @param load 0 to 1
    void said(String serverId, double load) {
        loads.put(serverId, new Said(Math.round(load * STEPS) / (double) STEPS, nanoTime.getAsLong()));
    }

    Optional<Double> of(String serverId) {
        return Optional.ofNullable(loads.get(serverId))
                .filter(said -> nanoTime.getAsLong() - said.at() < KNOWN_FOR.toNanos())
                .map(Said::load);
    }

    private record Said(double load, long at) {}
}
