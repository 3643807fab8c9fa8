// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.PeerUse;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// A device in memory that keeps WireGuard's rule: a network that is given to one peer is taken from all others.
public final class FakeDevice implements PeerDevice {
    private final Map<PublicKey, Peer> peers = new HashMap<>();
    private final Map<PublicKey, PeerUse> counters = new HashMap<>();
    private final List<List<PeerChange>> applied = new ArrayList<>();
    private Optional<String> failure = Optional.empty();

    public FakeDevice(PeerSet initial) {
        initial.peers().forEach(peer -> peers.put(peer.publicKey(), peer));
    }

    /// Every read and change fails from now on, or no longer.
    public synchronized void fail(Optional<String> why) {
        failure = why;
    }

    /// What was applied, call by call.
    public synchronized List<List<PeerChange>> applied() {
        return List.copyOf(applied);
    }

    @Override
    public synchronized DeviceState read() throws DeviceException {
        check();
        return new DeviceState(Optional.of(Peers.key(0)), 51820, new PeerSet(List.copyOf(peers.values())));
    }

    /// What every peer's counters say from now on.
    public synchronized void count(PublicKey key, long received, long sent, Optional<Instant> handshake) {
        counters.put(key, new PeerUse(key, received, sent, handshake));
    }

    @Override
    public synchronized List<PeerUse> use() throws DeviceException {
        check();
        return peers.keySet().stream()
                .map(key -> counters.getOrDefault(key, new PeerUse(key, 0, 0, Optional.empty())))
                .toList();
    }

    @Override
    public synchronized void apply(List<PeerChange> changes) throws DeviceException {
        check();
        applied.add(List.copyOf(changes));
        changes.forEach(this::apply);
    }

    private void apply(PeerChange change) {
        switch (change) {
            case PeerChange.Remove(var key) -> peers.remove(key);
            case PeerChange.Add(var peer) -> put(peer.publicKey(), peer.presharedKey(), peer.allowedIps());
            case PeerChange.SetPresharedKey(var key, var secret) ->
                Optional.ofNullable(peers.get(key)).ifPresent(old -> put(key, secret, old.allowedIps()));
            case PeerChange.SetAllowedIps(var key, var networks) ->
                Optional.ofNullable(peers.get(key)).ifPresent(old -> put(key, old.presharedKey(), networks));
        }
    }

    private void put(PublicKey key, Optional<PresharedKey> secret, List<IpNetwork> networks) {
        peers.replaceAll((other, peer) -> other.equals(key) ? peer : without(peer, networks));
        peers.put(key, new Peer(key, secret, networks, Optional.empty(), Optional.empty()));
    }

    private static Peer without(Peer peer, List<IpNetwork> networks) {
        var kept = peer.allowedIps().stream().filter(n -> !networks.contains(n)).toList();
        return new Peer(peer.publicKey(), peer.presharedKey(), kept, Optional.empty(), Optional.empty());
    }

    private void check() throws DeviceException {
        if (failure.isPresent()) {
            throw new DeviceException(failure.get());
        }
    }
}
