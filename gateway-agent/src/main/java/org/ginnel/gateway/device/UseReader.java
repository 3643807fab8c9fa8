// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ginnel.peering.PeerUse;
import org.ginnel.wireguard.PublicKey;

/// Builds what a device counted from the lines of a `get`.
final class UseReader {
    private final List<PeerUse> uses = new ArrayList<>();
    private Optional<PublicKey> current = Optional.empty();
    private long received;
    private long sent;
    private long handshakeSeconds;

    /// Takes the next line. Lines about other things are skipped.
    ///
    /// @throws IllegalArgumentException for a value that cannot be
    void line(String key, String value) {
        switch (key) {
            case "public_key" -> {
                finishPeer();
                current = Optional.of(PublicKey.of(HexFormat.of().parseHex(value)));
            }
            case "rx_bytes" -> received = Long.parseLong(value);
            case "tx_bytes" -> sent = Long.parseLong(value);
            case "last_handshake_time_sec" -> handshakeSeconds = Long.parseLong(value);
            default -> {
                // keys and networks, which are compared elsewhere
            }
        }
    }

    private void finishPeer() {
        current.ifPresent(key -> uses.add(new PeerUse(
                key,
                received,
                sent,
                handshakeSeconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(handshakeSeconds)))));
        current = Optional.empty();
        received = 0;
        sent = 0;
        handshakeSeconds = 0;
    }

    List<PeerUse> uses() {
        finishPeer();
        return List.copyOf(uses);
    }
}
