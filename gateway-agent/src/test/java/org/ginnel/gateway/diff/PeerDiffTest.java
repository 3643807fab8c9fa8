// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.gateway.device.Peers.network;
import static org.ginnel.gateway.device.Peers.peer;
import static org.ginnel.gateway.device.Peers.secret;
import static org.ginnel.gateway.device.Peers.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.device.FakeDevice;
import org.ginnel.peering.PeerSet;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.junit.jupiter.api.Test;

class PeerDiffTest {
    private static final List<Optional<PresharedKey>> SECRETS =
            List.of(Optional.empty(), Optional.of(secret(1)), Optional.of(secret(2)));
    private static final List<List<String>> NETWORKS =
            List.of(List.of(), List.of("10.7.0.2/32"), List.of("fddd::2/128"), List.of("10.7.0.2/32", "fddd::2/128"));

    /// Every set of at most two peers with every pre-shared key and every way to give two networks: 133 of them.
    private static List<PeerSet> universe() {
        var all = new ArrayList<PeerSet>();
        for (var first : peers(1)) {
            for (var second : peers(2)) {
                var list = new ArrayList<Peer>();
                first.ifPresent(list::add);
                second.ifPresent(list::add);
                try {
                    all.add(new PeerSet(list));
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessageContaining("two peers");
                }
            }
        }
        return all;
    }

    private static List<Optional<Peer>> peers(int seed) {
        var all = new ArrayList<Optional<Peer>>();
        all.add(Optional.empty());
        for (var secret : SECRETS) {
            for (var networks : NETWORKS) {
                all.add(Optional.of(peer(seed, secret, networks.toArray(String[]::new))));
            }
        }
        return all;
    }

    @Test
    void everyStep_leadsFromEverySetToEveryOther() throws DeviceException {
        var universe = universe();
        assertThat(universe).hasSizeGreaterThan(100);
        for (var have : universe) {
            for (var want : universe) {
                var device = new FakeDevice(have);

                device.apply(PeerDiff.between(have, want));

                assertThat(device.read().peers()).isEqualTo(want);
            }
        }
    }

    @Test
    void peersThatAreEqual_areNeverMentioned() {
        for (var have : universe()) {
            for (var want : universe()) {
                var mentioned = PeerDiff.between(have, want).stream()
                        .map(PeerChange::publicKey)
                        .toList();
                var same = have.peers().stream()
                        .filter(want.peers()::contains)
                        .map(Peer::publicKey)
                        .toList();

                assertThat(mentioned).noneMatch(same::contains);
                assertThat(PeerDiff.between(have, have)).isEmpty();
            }
        }
    }

    @Test
    void peersThatStay_areNeverRemovedOrAddedAgain() {
        for (var have : universe()) {
            for (var want : universe()) {
                var staying = have.peers().stream()
                        .map(Peer::publicKey)
                        .filter(key -> want.peers().stream()
                                .anyMatch(p -> p.publicKey().equals(key)))
                        .toList();

                assertThat(PeerDiff.between(have, want))
                        .filteredOn(change -> staying.contains(change.publicKey()))
                        .noneMatch(change -> change instanceof PeerChange.Remove || change instanceof PeerChange.Add);
            }
        }
    }

    @Test
    void changes_comeInTheOrderThatMakesRoomFirst() {
        var have = set(peer(1, "10.7.0.2"), peer(2, "10.7.0.3"), peer(3, "10.7.0.4"));
        var want = set(peer(2, "10.7.0.2"), peer(3, Optional.empty(), "10.7.0.4"), peer(4, "10.7.0.3"));

        assertThat(PeerDiff.between(have, want))
                .containsExactlyInAnyOrder(
                        new PeerChange.Remove(peer(1).publicKey()),
                        new PeerChange.SetAllowedIps(peer(2).publicKey(), List.of(network("10.7.0.2"))),
                        new PeerChange.SetPresharedKey(peer(3).publicKey(), Optional.empty()),
                        new PeerChange.Add(peer(4, "10.7.0.3")))
                .startsWith(new PeerChange.Remove(peer(1).publicKey()))
                .endsWith(new PeerChange.Add(peer(4, "10.7.0.3")));
    }
}
