// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.wireguard.PublicKey;

/// What an agent read back from its device after applying a revision.
///
/// @param revision the one that was applied
/// @param peers how many peers the device has
/// @param hash [PeerSet#hash()] of what the device has
/// @param drift how many peers somebody else had changed since the last report, and were mended
/// @param publicKey the device's own public key, so that an operator need not copy it by hand
public record AppliedReport(long revision, int peers, String hash, int drift, Optional<PublicKey> publicKey) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public AppliedReport {
        if (revision < 0 || drift < 0 || peers < 0 || peers > PeerSet.MAX_PEERS) {
            throw new IllegalArgumentException("revisions and numbers of peers are 0 or more");
        }
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a hash is 64 hex digits");
        }
    }
}
