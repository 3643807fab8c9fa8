// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.List;
import java.util.Map;
import org.ginnel.account.Tier;

/// The servers that a key may use, in the operator's order, each id once.
///
/// @param servers none when the tier has none
/// @param reaches by the server's id, of those whose operator tells more than where they are
/// @param skipped what was wrong with the entries that were left out, such as `servers[2].port: 0`
public record ServerList(Tier tier, List<Server> servers, Map<String, Reach> reaches, List<String> skipped) {
    public ServerList {
        servers = List.copyOf(servers);
        reaches = Map.copyOf(reaches);
        skipped = List.copyOf(skipped);
        if (servers.stream().map(Server::id).distinct().count() != servers.size()) {
            throw new IllegalArgumentException("two servers of one id");
        }
    }
}
