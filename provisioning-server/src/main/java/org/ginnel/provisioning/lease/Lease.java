// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

import java.util.Optional;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// A peer that a user's device has on one server.
///
/// @param clientName opaque, at most 15 characters
/// @param slot which of the server's tunnel addresses it has
/// @param revision from which on gateways have it as it is
/// @param confirmed whether the gateway was ever seen to have it; true where no agent reports
public record Lease(
        String clientName,
        String serverId,
        String user,
        DeviceId device,
        Optional<String> deviceName,
        int slot,
        PublicKey publicKey,
        PresharedKey presharedKey,
        long revision,
        boolean confirmed) {
    /// The same lease as of another revision.
    public Lease withRevision(long other) {
        return new Lease(
                clientName, serverId, user, device, deviceName, slot, publicKey, presharedKey, other, confirmed);
    }
}
