// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PublicKey;

/// What changed between two revisions, for a gateway that has the first.
///
/// @param since the revision that this builds on
/// @param put the peers that came or changed, as they are to be now
/// @param removed the peers that went
public record DesiredChange(
        long since,
        long revision,
        Duration lease,
        int port,
        List<IpNetwork> addresses,
        PeerSet put,
        List<PublicKey> removed)
        implements Desired {
    public DesiredChange {
        if (since < 0 || revision < since) {
            throw new IllegalArgumentException("a change leads from a revision to a later one");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("a lease is longer than nothing");
        }
        addresses = List.copyOf(addresses);
        removed = List.copyOf(removed);
    }

    /// What a gateway is to have that had `before`.
    public PeerSet after(PeerSet before) {
        var gone = new HashSet<>(removed);
        put.peers().forEach(peer -> gone.add(peer.publicKey()));
        var peers = new ArrayList<Peer>();
        before.peers().stream().filter(peer -> !gone.contains(peer.publicKey())).forEach(peers::add);
        peers.addAll(put.peers());
        return new PeerSet(peers);
    }
}
