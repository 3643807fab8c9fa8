// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What only a real wireguard-go can show.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealDeviceContract extends PeerDeviceContract {
    private WireguardGo engine;

    abstract PeerDevice open(WireguardGo engine);

    abstract PeerDevice openMissing(WireguardGo engine);

    @BeforeAll
    void startEngine() {
        engine = WireguardGo.start();
    }

    @AfterAll
    void stopEngine() {
        engine.close();
    }

    @Override
    PeerDevice device() {
        return open(engine);
    }

    /// A peer that is removed and added again forgets where it was last seen, and its session.
    @Test
    void changes_leaveTheSessionsOfAllPeersAlone() throws DeviceException {
        var device = device();
        device.apply(PeerDiff.between(set(), set(peer(1, "10.7.0.2/32"), peer(2, "10.7.0.3/32"))));
        wg("set", engine.name().text(), "peer", key(1).base64(), "endpoint", "192.0.2.1:1");
        wg("set", engine.name().text(), "peer", key(2).base64(), "endpoint", "192.0.2.2:2");

        device.apply(List.of(
                new PeerChange.Add(peer(3, "10.7.0.4/32")),
                new PeerChange.SetPresharedKey(key(1), Optional.of(secret(8))),
                new PeerChange.SetAllowedIps(key(2), List.of(network("10.7.0.5/32"))),
                new PeerChange.Remove(key(3))));

        assertThat(wg("show", engine.name().text(), "endpoints").lines())
                .containsExactlyInAnyOrder(key(1).base64() + "\t192.0.2.1:1", key(2).base64() + "\t192.0.2.2:2");
    }

    @Test
    void deviceThatIsNotThere_isAnErrorAndNotAnEmptyDevice() {
        assertThatThrownBy(() -> openMissing(engine).read()).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> openMissing(engine).apply(List.of(new PeerChange.Remove(key(1)))))
                .isInstanceOf(DeviceException.class);
    }

    private String wg(String... arguments) throws DeviceException {
        var argv = new ArrayList<>(List.of("wg"));
        argv.addAll(List.of(arguments));
        return engine.commands().run(argv, "");
    }
}
