// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// What a gateway knows of one of its peers.
///
/// @param presharedKey empty for none
/// @param hasHandshake whether there ever was one
/// @param allowedIps in CIDR notation
public record Seen(
        PublicKey key,
        Optional<PresharedKey> presharedKey,
        boolean hasHandshake,
        long rxBytes,
        long txBytes,
        List<String> allowedIps) {
    private static final String NO_KEY = "0".repeat(64);

    public Seen {
        allowedIps = List.copyOf(allowedIps);
    }

    /// The peers of a device in user space, asked on its socket.
    public static List<Seen> on(Path socket) throws IOException {
        return parse(new Uapi(socket).get());
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
                PublicKey.of(
                        HexFormat.of().parseHex(values(lines, "public_key=").getFirst())),
                values(lines, "preshared_key=").stream()
                        .filter(hex -> !hex.equals(NO_KEY))
                        .map(hex -> PresharedKey.of(HexFormat.of().parseHex(hex)))
                        .findFirst(),
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
