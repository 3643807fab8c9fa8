// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What is kept of a token.
///
/// @param name for people: what the token is used for
public record TokenRecord(
        String id,
        Caller caller,
        Set<Permission> permissions,
        String name,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {
    public TokenRecord {
        permissions = Set.copyOf(permissions);
    }

    /// Whether it opens anything at that time.
    public boolean isValid(Instant now) {
        return revokedAt.isEmpty()
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
