// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// Times one round trip to a server.
public interface LatencyProbe {
    /// Blocks until an answer or the limit; a refused connection is an answer. Any thread; interruptible.
    ///
    /// @param server resolved
    /// @param limit how long to wait at most
    /// @return how long the round trip took; empty when nothing came back
    Optional<Duration> roundTrip(InetSocketAddress server, Duration limit) throws InterruptedException;
}
