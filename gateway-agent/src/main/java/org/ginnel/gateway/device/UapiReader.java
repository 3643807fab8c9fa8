// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ginnel.peering.PeerSet;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// Builds a device's state from the lines of a `get`.
final class UapiReader {
    private final List<Peer> peers = new ArrayList<>();
    private Optional<PublicKey> current = Optional.empty();
    private Optional<PresharedKey> presharedKey = Optional.empty();
    private List<IpNetwork> allowedIps = new ArrayList<>();
    private int listenPort;

    /// Takes the next line. Lines about what changes by itself are skipped.
    ///
    /// @throws IllegalArgumentException for a value that cannot be
    void line(String key, String value) {
        switch (key) {
            case "listen_port" -> listenPort = Integer.parseInt(value);
            case "public_key" -> {
                finishPeer();
                current = Optional.of(PublicKey.of(HexFormat.of().parseHex(value)));
            }
            case "preshared_key" -> {
                var none = value.chars().allMatch(c -> c == '0');
                presharedKey = none
                        ? Optional.empty()
                        : Optional.of(PresharedKey.of(HexFormat.of().parseHex(value)));
            }
            case "allowed_ip" ->
                allowedIps.add(IpNetwork.parse(value)
                        .orElseThrow(() -> new IllegalArgumentException("allowed_ip is not a network")));
            default -> {
                // endpoints, counters, versions: no part of what is compared
            }
        }
    }

    private void finishPeer() {
        current.ifPresent(
                key -> peers.add(new Peer(key, presharedKey, allowedIps, Optional.empty(), Optional.empty())));
        current = Optional.empty();
        presharedKey = Optional.empty();
        allowedIps = new ArrayList<>();
    }

    DeviceState state() {
        finishPeer();
        return new DeviceState(Optional.empty(), listenPort, new PeerSet(peers));
    }
}
