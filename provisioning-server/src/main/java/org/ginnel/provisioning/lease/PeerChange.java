// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The last that happened to a peer: what gateways of the scope are to have from that revision on.
///
/// @param allowedIps absent when the peer is gone
/// @param owner the lease or the device that it belongs to
public record PeerChange(
        long revision,
        Scope scope,
        PublicKey publicKey,
        Optional<PresharedKey> presharedKey,
        Optional<List<IpNetwork>> allowedIps,
        String owner) {
    public PeerChange {
        allowedIps = allowedIps.map(List::copyOf);
    }
}
