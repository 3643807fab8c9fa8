// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.util.Set;

/// Who holds a key, and what it may be used for.
///
/// @param keyId tells keys apart without being one
public record Holder(Caller caller, Set<Permission> permissions, String keyId) {
    public Holder {
        permissions = Set.copyOf(permissions);
    }

    /// The id of the token, where the key is one.
    public String tokenId() {
        return keyId.startsWith("gk:") ? keyId.substring(3) : "";
    }
}
