// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.time.Duration;
import java.util.List;
import org.ginnel.wireguard.IpNetwork;

/// What a gateway is to have, all of it, as of one revision.
///
/// @param lease how long the gateway keeps peers while it cannot ask whether they are still wanted
/// @param revision grows with every change of this gateway's peers, from 0
/// @param port UDP port that clients are told, 1 to 65535; for comparison only, an agent never changes it
/// @param addresses the gateway's own addresses inside the tunnel; for comparison only
/// @param peers the peers to have, and no others
public record DesiredState(long revision, Duration lease, int port, List<IpNetwork> addresses, PeerSet peers)
        implements Desired {
    public DesiredState {
        if (revision < 0) {
            throw new IllegalArgumentException("a revision is 0 or more");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("a lease is longer than nothing");
        }
        addresses = List.copyOf(addresses);
    }
}
