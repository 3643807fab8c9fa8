// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ginnel.peering.PeerHash;
import org.ginnel.peering.PeerSet;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.lease.PeerChange;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PublicKey;

/// What every gateway is to have, in memory, and what changed lately. Follows the store; safe for any number of
/// threads.
final class PeerBook {
    /// So many changes of each scope can be told one by one; who has not heard for longer is told everything.
    private static final int REMEMBERED = 20_000;

    private final Map<Scope, Shelf> shelves = new HashMap<>();
    private long revision;

    /// Takes the next changes, in their order.
    synchronized void accept(List<PeerChange> changes) {
        for (var change : changes) {
            shelves.computeIfAbsent(change.scope(), _ -> new Shelf()).accept(change);
            revision = Math.max(revision, change.revision());
        }
    }

    /// Something else than a peer changed: what is told from now on is of that revision.
    synchronized void advance(long to) {
        revision = Math.max(revision, to);
    }

    /// What a gateway of these scopes is to have now.
    synchronized Page page(Set<Scope> scopes) {
        var peers = new ArrayList<Peer>();
        scopes.forEach(scope -> peers.addAll(shelf(scope).peers.values()));
        return new Page(revision, peers, List.of(), hash(scopes));
    }

    /// What changed for a gateway of these scopes after that revision; empty when that is more than there is to have.
    synchronized Optional<Page> pageSince(Set<Scope> scopes, long since) {
        if (since > revision || scopes.stream().anyMatch(scope -> since < shelf(scope).forgotten)) {
            return Optional.empty();
        }
        var put = new LinkedHashMap<PublicKey, Peer>();
        var removed = new LinkedHashMap<PublicKey, Scope>();
        for (var scope : scopes) {
            for (var change : shelf(scope).changes.tailMap(since, false).values()) {
                var key = change.publicKey();
                shelf(scope).find(key).ifPresentOrElse(peer -> put.put(key, peer), () -> removed.put(key, scope));
            }
        }
        put.keySet().forEach(removed::remove); // moved from one scope to another
        return Optional.of(new Page(revision, List.copyOf(put.values()), List.copyOf(removed.keySet()), hash(scopes)));
    }

    private PeerHash hash(Set<Scope> scopes) {
        var hash = PeerHash.EMPTY;
        for (var scope : scopes) {
            hash = hash.plus(shelf(scope).hash);
        }
        return hash;
    }

    /// How many peers the scopes have together.
    synchronized int size(Set<Scope> scopes) {
        return scopes.stream().mapToInt(scope -> shelf(scope).peers.size()).sum();
    }

    private Shelf shelf(Scope scope) {
        return shelves.getOrDefault(scope, Shelf.EMPTY);
    }

    /// @param put peers that are to be there
    /// @param removed keys whose peers are not
    /// @param hash of everything the gateway then has
    record Page(long revision, List<Peer> put, List<PublicKey> removed, PeerHash hash) {}

    /// The peers of one scope.
    private static final class Shelf {
        private static final Shelf EMPTY = new Shelf();

        private final Map<PublicKey, Peer> peers = new LinkedHashMap<>();
        private final Map<PublicKey, Long> last = new HashMap<>();
        private final TreeMap<Long, PeerChange> changes = new TreeMap<>();
        private PeerHash hash = PeerHash.EMPTY;
        private long forgotten;

        private Optional<Peer> find(PublicKey key) {
            return Optional.ofNullable(peers.get(key));
        }

        private void accept(PeerChange change) {
            var key = change.publicKey();
            find(key).ifPresent(old -> hash = hash.minus(old));
            peers.remove(key);
            change.allowedIps().ifPresent(networks -> {
                var peer = PeerSet.normal(
                        new Peer(key, change.presharedKey(), networks, Optional.empty(), Optional.empty()));
                peers.put(key, peer);
                hash = hash.plus(peer);
            });
            var before = last.put(key, change.revision());
            if (before != null) {
                changes.remove(before);
            }
            changes.put(change.revision(), change);
            if (changes.size() > REMEMBERED) {
                forget(changes.pollFirstEntry().getValue());
            }
        }

        private void forget(PeerChange change) {
            forgotten = change.revision();
            if (change.allowedIps().isEmpty()) {
                last.remove(change.publicKey());
            }
        }
    }
}
