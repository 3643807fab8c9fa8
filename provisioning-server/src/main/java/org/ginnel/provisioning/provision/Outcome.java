// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import org.ginnel.provisioning.fleet.Gateway;

/// How a call for a peer ended.
public sealed interface Outcome {
    /// The gateway has the peer.
    ///
    /// @param config the text for the client; may hold a private key, so it is never logged
    record Provisioned(String clientName, Gateway gateway, String config) implements Outcome {
        @Override
        public String toString() {
            return "Provisioned[" + clientName + " on " + gateway.id() + "]";
        }
    }

    /// The caller's tier has no server at all.
    record NoServers() implements Outcome {}

    /// No such server, or not for the caller's tier: the caller is not told which.
    record NotAllowed() implements Outcome {}

    /// The public key belongs to another device.
    record KeyTaken() implements Outcome {}

    /// Nothing was changed; the log says why.
    record Failed() implements Outcome {}
}
