// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.diff;

import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// One step from the peers that a device has to those it should have. Touches that peer and no other.
public sealed interface PeerChange {
    PublicKey publicKey();

    /// The peer goes; its session ends.
    record Remove(PublicKey publicKey) implements PeerChange {}

    /// The peer comes. Prints without its pre-shared key.
    record Add(Peer peer) implements PeerChange {
        @Override
        public PublicKey publicKey() {
            return peer.publicKey();
        }
    }

    /// The peer stays, with another pre-shared key from its next handshake on.
    ///
    /// @param presharedKey absent means none
    record SetPresharedKey(PublicKey publicKey, Optional<PresharedKey> presharedKey) implements PeerChange {}

    /// The peer stays, with other allowed networks.
    record SetAllowedIps(PublicKey publicKey, List<IpNetwork> allowedIps) implements PeerChange {
        public SetAllowedIps {
            allowedIps = List.copyOf(allowedIps);
        }
    }
}
