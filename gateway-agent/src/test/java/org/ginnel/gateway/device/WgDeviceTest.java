// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ginnel.gateway.device.Peers.key;
import static org.ginnel.gateway.device.Peers.network;
import static org.ginnel.gateway.device.Peers.peer;
import static org.ginnel.gateway.device.Peers.secret;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerUse;
import org.junit.jupiter.api.Test;

/// The same engine through the `wg` program, which is the way to the kernel's devices too.
class WgDeviceTest extends RealDeviceContract {
    @Override
    PeerDevice open(WireguardGo engine) {
        return new WgDevice(engine.name(), engine.commands());
    }

    @Override
    PeerDevice openMissing(WireguardGo engine) {
        return new WgDevice(new InterfaceName("none"), engine.commands());
    }

    @Test
    void counters_areThoseThatWgPrints() throws DeviceException {
        Commands printing = (argv, _) -> argv.getLast().equals("transfer")
                ? key(1) + "\t100\t2000\n" + key(2) + "\t0\t0\n"
                : key(1) + "\t1764500000\n" + key(2) + "\t0\n";

        assertThat(new WgDevice(new InterfaceName("wg0"), printing).use())
                .containsExactlyInAnyOrder(
                        new PeerUse(key(1), 100, 2000, Optional.of(Instant.ofEpochSecond(1_764_500_000))),
                        new PeerUse(key(2), 0, 0, Optional.empty()));
        for (var wrong : List.of("\t1\n", "\tx\ty\n", "\t1\t-2\n")) {
            Commands other = (_, _) -> key(1) + wrong;
            assertThatThrownBy(() -> new WgDevice(new InterfaceName("wg0"), other).use())
                    .isInstanceOf(DeviceException.class);
        }
    }

    @Test
    void secrets_travelOnStandardInputOnly() throws DeviceException {
        var arguments = new ArrayList<String>();
        var inputs = new ArrayList<String>();
        Commands recording = (argv, stdin) -> {
            arguments.add(String.join(" ", argv));
            inputs.add(stdin);
            return "";
        };

        new WgDevice(new InterfaceName("wg0"), recording)
                .apply(List.of(
                        new PeerChange.Remove(key(5)),
                        new PeerChange.Remove(key(6)),
                        new PeerChange.SetPresharedKey(key(1), Optional.of(secret(1))),
                        new PeerChange.SetPresharedKey(key(2), Optional.empty()),
                        new PeerChange.SetAllowedIps(key(3), List.of(network("10.7.0.2"), network("fddd::2"))),
                        new PeerChange.Add(peer(4, "10.7.0.3")),
                        new PeerChange.Add(peer(7, Optional.empty(), "10.7.0.4"))));

        assertThat(arguments)
                .containsExactly(
                        "wg set wg0 peer " + key(5) + " remove peer " + key(6) + " remove",
                        "wg set wg0 peer " + key(1) + " preshared-key /dev/stdin",
                        "wg set wg0 peer " + key(2) + " preshared-key /dev/null",
                        "wg set wg0 peer " + key(3) + " allowed-ips 10.7.0.2/32,fddd::2/128",
                        "wg addconf wg0 /dev/stdin");
        assertThat(inputs)
                .containsExactly(
                        "",
                        secret(1).base64() + "\n",
                        "",
                        "",
                        "[Peer]\nPublicKey = " + key(4) + "\nPresharedKey = "
                                + secret(4).base64()
                                + "\nAllowedIPs = 10.7.0.3/32\n[Peer]\nPublicKey = " + key(7)
                                + "\nAllowedIPs = 10.7.0.4/32\n");
    }
}
