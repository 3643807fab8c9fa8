// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;

/// The peers of one gateway, in one order and one spelling, so that equal sets are equal and have equal hashes. No key
/// stands twice, and no allowed network belongs to two peers: WireGuard would give it to the last one only.
///
/// @param peers sorted by public key, without endpoint and keepalive, each network masked and sorted
public record PeerSet(List<Peer> peers) {
    /// Most peers a device takes (`MAX_PEERS_PER_DEVICE` of the Linux kernel).
    public static final int MAX_PEERS = 1 << 20;

    public PeerSet {
        if (peers.size() > MAX_PEERS) {
            throw new IllegalArgumentException("a gateway has at most " + MAX_PEERS + " peers");
        }
        peers = peers.stream()
                .map(PeerSet::normal)
                .sorted(Comparator.comparing(peer -> peer.publicKey().base64()))
                .toList();
        var keys = new HashSet<>();
        var networks = new HashSet<IpNetwork>();
        for (var peer : peers) {
            if (!keys.add(peer.publicKey())) {
                throw new IllegalArgumentException("a public key stands twice");
            }
            if (!peer.allowedIps().stream().allMatch(networks::add)) {
                throw new IllegalArgumentException("an allowed network belongs to two peers");
            }
        }
    }

    /// [PeerHash] of all of them, in hex.
    public String hash() {
        var hash = PeerHash.EMPTY;
        for (var peer : peers) {
            hash = hash.plus(peer);
        }
        return hash.text();
    }

    /// A peer in the spelling of this set.
    public static Peer normal(Peer peer) {
        var networks = peer.allowedIps().stream()
                .map(IpNetwork::masked)
                .distinct()
                .sorted(Comparator.comparing(IpNetwork::toString))
                .toList();
        return new Peer(peer.publicKey(), peer.presharedKey(), networks, Optional.empty(), Optional.empty());
    }
}
