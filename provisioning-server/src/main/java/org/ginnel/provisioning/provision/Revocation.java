// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

/// How a call to take a peer back ended.
public enum Revocation {
    /// The gateway no longer has the peer.
    REVOKED,
    /// The caller has no such peer.
    NOT_YOURS,
    /// The peer is taken back, but its gateway was not seen to drop it yet.
    GATEWAY_AWAY
}
