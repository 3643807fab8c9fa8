// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.List;
import java.util.Map;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;

/// The servers that a device may use, in the operator's order, each id once.
///
/// @param tier the operator's word for what the key is entitled to, 1 to 64 characters
/// @param reaches how each is reached, by the server's id
/// @param skipped what was wrong with the entries that were left out
public record Relays(String tier, List<Server> servers, Map<String, Reach> reaches, List<String> skipped) {
    public Relays {
        servers = List.copyOf(servers);
        reaches = Map.copyOf(reaches);
        skipped = List.copyOf(skipped);
    }
}
