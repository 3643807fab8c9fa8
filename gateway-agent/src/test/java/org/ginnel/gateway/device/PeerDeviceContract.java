// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.gateway.device.Peers.key;
import static org.ginnel.gateway.device.Peers.network;
import static org.ginnel.gateway.device.Peers.peer;
import static org.ginnel.gateway.device.Peers.secret;
import static org.ginnel.gateway.device.Peers.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.gateway.diff.PeerDiff;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.PeerUse;
import org.ginnel.wireguard.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [PeerDevice] does, the fake as well as the real ones.
abstract class PeerDeviceContract {
    abstract PeerDevice device();

    @BeforeEach
    void startWithoutPeers() throws DeviceException {
        reach(set());
    }

    private void reach(PeerSet want) throws DeviceException {
        device().apply(PeerDiff.between(device().read().peers(), want));
    }

    @Test
    void device_tellsItsOwnPublicKeyAndPort() throws DeviceException {
        assertThat(device().read().publicKey()).isPresent();
        assertThat(device().read().listenPort()).isEqualTo(51820);
    }

    @Test
    void peersOfEveryShape_areReadBackAsTheyWereAdded() throws DeviceException {
        var want = set(
                peer(1, "10.7.0.2/32", "fddd:2c4:2c4:2c4::2/128"),
                peer(2, Optional.empty(), "10.7.0.3/32"),
                peer(3),
                peer(4, "10.8.0.0/16", "::ffff:1.2.3.4/128", "2001:db8::/32", "0.0.0.0/0"));

        reach(want);

        assertThat(device().read().peers()).isEqualTo(want);
        assertThat(device().read().peers().hash()).isEqualTo(want.hash());
    }

    @Test
    void everyPeer_isCounted_fromNothingOn() throws DeviceException {
        reach(set(peer(1, "10.7.0.2/32"), peer(2, Optional.empty(), "10.7.0.3/32")));

        assertThat(device().use())
                .containsExactlyInAnyOrder(
                        new PeerUse(key(1), 0, 0, Optional.empty()), new PeerUse(key(2), 0, 0, Optional.empty()));
    }

    @Test
    void manyPeers_areAllReadBack() throws DeviceException {
        var many = new ArrayList<Peer>();
        for (int i = 0; i < 2000; i++) {
            many.add(peer(i, "10.9." + i / 250 + "." + (i % 250 + 1) + "/32"));
        }
        var want = new PeerSet(many);

        reach(want);
        assertThat(device().read().peers()).isEqualTo(want);

        reach(new PeerSet(many.subList(0, 100)));
        assertThat(device().read().peers().peers()).hasSize(100);
    }

    @Test
    void removedPeer_isGoneAndTheOthersStay() throws DeviceException {
        reach(set(peer(1, "10.7.0.2/32"), peer(2, "10.7.0.3/32")));

        device().apply(List.of(new PeerChange.Remove(key(1))));

        assertThat(device().read().peers()).isEqualTo(set(peer(2, "10.7.0.3/32")));
    }

    @Test
    void removalOfAPeerThatIsNotThere_changesNothing() throws DeviceException {
        reach(set(peer(2, "10.7.0.3/32")));

        device().apply(List.of(new PeerChange.Remove(key(1))));

        assertThat(device().read().peers()).isEqualTo(set(peer(2, "10.7.0.3/32")));
    }

    @Test
    void presharedKey_isChangedAndClearedAlone() throws DeviceException {
        reach(set(peer(1, "10.7.0.2/32"), peer(2, "10.7.0.3/32")));

        device().apply(List.of(
                new PeerChange.SetPresharedKey(key(1), Optional.of(secret(9))),
                new PeerChange.SetPresharedKey(key(2), Optional.empty())));

        assertThat(device().read().peers())
                .isEqualTo(
                        set(peer(1, Optional.of(secret(9)), "10.7.0.2/32"), peer(2, Optional.empty(), "10.7.0.3/32")));
    }

    @Test
    void allowedIps_areReplacedAlone() throws DeviceException {
        reach(set(peer(1, "10.7.0.2/32", "fddd::2/128"), peer(2, "10.7.0.3/32")));

        device().apply(List.of(
                new PeerChange.SetAllowedIps(key(1), List.of(network("10.7.0.9/32"))),
                new PeerChange.SetAllowedIps(key(2), List.of())));

        assertThat(device().read().peers()).isEqualTo(set(peer(1, "10.7.0.9/32"), peer(2)));
    }

    @Test
    void networks_thatTwoPeersSwap_endWhereTheyShould() throws DeviceException {
        reach(set(peer(1, "10.7.0.2/32"), peer(2, "10.7.0.3/32"), peer(3, "10.7.0.4/32")));
        var want = set(peer(1, "10.7.0.3/32"), peer(2, "10.7.0.4/32"), peer(3, "10.7.0.2/32"));

        reach(want);

        assertThat(device().read().peers()).isEqualTo(want);
    }

    @Test
    void networkOfARemovedPeer_goesToTheNewOne() throws DeviceException {
        reach(set(peer(1, "10.7.0.2/32")));
        var want = set(peer(2, "10.7.0.2/32"));

        reach(want);

        assertThat(device().read().peers()).isEqualTo(want);
    }

    @Test
    void noChanges_changeNothing() throws DeviceException {
        var want = set(peer(1, "10.7.0.2/32"));
        reach(want);

        device().apply(List.of());

        assertThat(device().read().peers()).isEqualTo(want);
    }
}
