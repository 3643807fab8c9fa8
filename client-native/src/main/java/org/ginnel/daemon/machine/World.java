// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Set;

/// What a decision may depend on besides state and event.
///
/// @param now the time
/// @param allowLan what the user set
/// @param api where the operator's API is, as last resolved; empty while nobody is logged in
public record World(Instant now, boolean allowLan, Set<InetSocketAddress> api) {
    public World {
        api = Set.copyOf(api);
    }
}
