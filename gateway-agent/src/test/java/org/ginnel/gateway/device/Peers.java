// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ginnel.peering.PeerSet;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// Peers for tests: the same seed gives the same key.
public final class Peers {
    private Peers() {}

    public static PublicKey key(int seed) {
        return PrivateKey.of(filled(seed)).publicKey();
    }

    public static PresharedKey secret(int seed) {
        return PresharedKey.of(filled(seed + 1000));
    }

    public static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }

    public static Peer peer(int seed, String... networks) {
        return peer(seed, Optional.of(secret(seed)), networks);
    }

    public static Peer peer(int seed, Optional<PresharedKey> secret, String... networks) {
        var list = Arrays.stream(networks).map(Peers::network).toList();
        return new Peer(key(seed), secret, list, Optional.empty(), Optional.empty());
    }

    public static PeerSet set(Peer... peers) {
        return new PeerSet(List.of(peers));
    }

    private static byte[] filled(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) (seed * 7 + 1));
        bytes[8] = (byte) seed;
        bytes[9] = (byte) (seed >> 8);
        return bytes;
    }
}
