// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Round trips that a test wrote down; servers it did not mention never answer. It never waits. Any thread.
public final class FakeLatency implements LatencyProbe {
    private final Map<InetSocketAddress, Duration> roundTrips = new ConcurrentHashMap<>();

    @Override
    public Optional<Duration> roundTrip(InetSocketAddress server, Duration limit) {
        return Optional.ofNullable(roundTrips.get(server)).filter(trip -> trip.compareTo(limit) <= 0);
    }

    /// From now on `server` answers after `roundTrip`.
    public FakeLatency answers(InetSocketAddress server, Duration roundTrip) {
        roundTrips.put(server, roundTrip);
        return this;
    }
}
