// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.util.List;

/// How busy a gateway is, and what some of its peers used.
///
/// @param load 0 (idle) to 1 (full)
/// @param peers those whose counters changed since they were told last, at most [#MOST_PEERS]
public record UseReport(double load, List<PeerUse> peers) {
    /// So many fit into one message.
    public static final int MOST_PEERS = 256;

    public UseReport {
        peers = List.copyOf(peers);
        if (!(load >= 0 && load <= 1) || peers.size() > MOST_PEERS) {
            throw new IllegalArgumentException("load is 0 to 1, and a report has at most " + MOST_PEERS + " peers");
        }
    }
}
