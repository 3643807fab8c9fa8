// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.wireguard.PublicKey;

/// What a device counted for one peer since the peer came: how much, never where to.
///
/// @param received bytes from the peer, 0 or more
/// @param sent bytes to the peer, 0 or more
/// @param handshakeAt when its last handshake was; empty when there was none
public record PeerUse(PublicKey publicKey, long received, long sent, Optional<Instant> handshakeAt) {
    public PeerUse {
        if (received < 0 || sent < 0) {
            throw new IllegalArgumentException("bytes are 0 or more");
        }
    }
}
