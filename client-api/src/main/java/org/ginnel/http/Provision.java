// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import org.ginnel.relay.Server;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.PrivateKey;

/// What the operator gave this device: a config for one server, and the name to revoke it by. Prints without secrets.
///
/// @param clientName 1 to 128 printable characters
/// @param config to connect with; carries a private key only where a legacy server made one
public record Provision(String clientName, Config config, Server server) {

    /// The config, complete: with the key that a legacy server made, else with this device's own.
    ///
    /// @param own whose public half was sent
    public Config configWith(PrivateKey own) {
        return config.local().privateKey().isPresent() ? config : config.withPrivateKey(own);
    }
}
