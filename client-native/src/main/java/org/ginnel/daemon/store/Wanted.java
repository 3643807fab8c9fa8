// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import org.ginnel.relay.Server;
import org.ginnel.tunnel.Reason;

/// The tunnel that is wanted, so that a new start can resume it with no API at hand. Prints without its config.
///
/// @param config text with the private key
/// @param endpoint `address:port`, resolved
/// @param reason why this server
public record Wanted(Server server, String config, String endpoint, Reason reason) {
    @Override
    public String toString() {
        return "Wanted[" + server.id() + ", " + endpoint + "]";
    }
}
