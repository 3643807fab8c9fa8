// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.List;

/// A WireGuard config: this machine's interface and at least one peer. Prints without secrets.
public record Config(Interface local, List<Peer> peers) {
    public Config {
        peers = List.copyOf(peers);
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("a config has a peer");
        }
    }

    /// This config with that private key.
    public Config withPrivateKey(PrivateKey key) {
        return new Config(local.withPrivateKey(key), peers);
    }
}
