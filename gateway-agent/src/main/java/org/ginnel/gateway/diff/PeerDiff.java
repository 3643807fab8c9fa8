// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.peering.PeerSet;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PublicKey;

/// Compares two sets of peers. A peer that is equal in both is not mentioned.
public final class PeerDiff {
    private PeerDiff() {}

    /// The fewest changes that lead from `have` to `want`, to be made in this order: what goes makes room first, so
    /// that no network is ever asked for twice.
    public static List<PeerChange> between(PeerSet have, PeerSet want) {
        var before = byKey(have);
        var after = byKey(want);
        var changes = new ArrayList<PeerChange>();
        have.peers().stream()
                .filter(peer -> !after.containsKey(peer.publicKey()))
                .forEach(peer -> changes.add(new PeerChange.Remove(peer.publicKey())));
        for (var peer : want.peers()) {
            var old = before.get(peer.publicKey());
            if (old != null && !old.presharedKey().equals(peer.presharedKey())) {
                changes.add(new PeerChange.SetPresharedKey(peer.publicKey(), peer.presharedKey()));
            }
            if (old != null && !old.allowedIps().equals(peer.allowedIps())) {
                changes.add(new PeerChange.SetAllowedIps(peer.publicKey(), peer.allowedIps()));
            }
        }
        want.peers().stream()
                .filter(peer -> !before.containsKey(peer.publicKey()))
                .forEach(peer -> changes.add(new PeerChange.Add(peer)));
        return List.copyOf(changes);
    }

    private static Map<PublicKey, Peer> byKey(PeerSet set) {
        var map = new HashMap<PublicKey, Peer>();
        set.peers().forEach(peer -> map.put(peer.publicKey(), peer));
        return map;
    }
}
