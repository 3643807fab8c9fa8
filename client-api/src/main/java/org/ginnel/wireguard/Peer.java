// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.List;
import java.util.Optional;

/// The other side of a tunnel. Prints without its pre-shared key.
///
/// @param allowedIps what may come from this peer and is sent to it; host parts are zeroed, as WireGuard does
/// @param endpoint where it is reached; absent means it has to call first
/// @param persistentKeepalive seconds between packets that keep a NAT open, 1 to 65535; absent means none
public record Peer(
        PublicKey publicKey,
        Optional<PresharedKey> presharedKey,
        List<IpNetwork> allowedIps,
        Optional<Endpoint> endpoint,
        Optional<Integer> persistentKeepalive) {
    public Peer {
        allowedIps = allowedIps.stream().map(IpNetwork::masked).toList();
        if (persistentKeepalive.filter(s -> s < 1 || s > 65535).isPresent()) {
            throw new IllegalArgumentException("a keepalive is 1 to 65535 seconds");
        }
    }
}
