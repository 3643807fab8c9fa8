// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a decision may depend on besides state and event.
///
/// @param now the time
/// @param allowLan what the user set
/// @param lockdown whether nothing may leave without a tunnel either
/// @param resolvers who is asked for names through the tunnel; empty: whom the config names
/// @param api where the operator's API is, as last resolved; empty while nobody is logged in
public record World(
        Instant now, boolean allowLan, boolean lockdown, List<InetAddress> resolvers, Set<InetSocketAddress> api) {
    public World {
        resolvers = List.copyOf(resolvers);
        api = Set.copyOf(api);
    }
}
