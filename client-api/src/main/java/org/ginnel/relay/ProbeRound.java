// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.util.List;

/// Servers to ask at once, in this order.
///
/// @param servers at least one, each once
/// @param enough after so many answers [#patience(Duration)] begins; at most as many as there are servers
/// @param longest when to go on, answers or none
public record ProbeRound(List<Server> servers, int enough, Duration longest) {
    private static final double PATIENCE = 0.5;
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(10);

    public ProbeRound {
        servers = List.copyOf(servers);
        if (enough < 1 || enough > servers.size()) {
            throw new IllegalArgumentException("enough is one to all of them");
        }
    }

    /// For how long to wait for more answers when there are enough: whoever takes much longer cannot win.
    ///
    /// @param taken how long it took until there were enough
    public static Duration patience(Duration taken) {
        var more = Duration.ofNanos((long) (taken.toNanos() * PATIENCE));
        return more.compareTo(LEAST_PATIENCE) > 0 ? more : LEAST_PATIENCE;
    }
}
