// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.List;
import java.util.function.BiConsumer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;

/// Measures the way to many servers at once, within bounds of number and time.
public interface LatencySweep {
    /// Blocks until every server was tried. Any thread; interruptible.
    ///
    /// @param sink told of each result as it comes, from any thread, one at a time
    void measure(List<Server> servers, BiConsumer<Server, Measurement> sink) throws InterruptedException;
}
