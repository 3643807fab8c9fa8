// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.gateway;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.wireguard.PublicKey;

/// What a gateway knows of one of its peers.
///
/// @param hasHandshake whether there ever was one
/// @param allowedIps in CIDR notation
public record Seen(PublicKey key, boolean hasHandshake, long rxBytes, long txBytes, List<String> allowedIps) {
    public Seen {
        allowedIps = List.copyOf(allowedIps);
    }

    /// Reads the answer of a device, which starts a new peer with every `public_key`.
    static List<Seen> parse(List<String> lines) {
        var peers = new ArrayList<Seen>();
        var lastKey = -1;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith("public_key=")) {
                if (lastKey >= 0) {
                    peers.add(peer(lines.subList(lastKey, i)));
                }
                lastKey = i;
            }
        }
        return peers;
    }

    private static Seen peer(List<String> lines) {
        return new Seen(
                PublicKey.of(java.util.HexFormat.of()
                        .parseHex(values(lines, "public_key=").getFirst())),
                number(lines, "last_handshake_time_sec=") > 0,
                number(lines, "rx_bytes="),
                number(lines, "tx_bytes="),
                values(lines, "allowed_ip="));
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(l -> l.startsWith(key))
                .map(l -> l.substring(key.length()))
                .toList();
    }

    private static long number(List<String> lines, String key) {
        return values(lines, key).stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
