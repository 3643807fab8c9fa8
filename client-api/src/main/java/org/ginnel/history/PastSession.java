// SPDX-License-Identifier: Apache-2.0
package org.ginnel.history;

import java.time.Instant;

/// One tunnel from the proof that it works to its end.
///
/// @param serverId the operator's id of the server
/// @param city as the operator called it then
/// @param country as the operator called it then
/// @param ended for one that is up still: when it was last counted
/// @param rxBytes received, as WireGuard counts
/// @param txBytes sent, as WireGuard counts
public record PastSession(
        String serverId,
        String city,
        String country,
        Instant began,
        Instant ended,
        Ending ending,
        long rxBytes,
        long txBytes) {
    /// @throws IllegalArgumentException when a count is negative
    public PastSession {
        if (rxBytes < 0 || txBytes < 0) {
            throw new IllegalArgumentException("byte counts are not negative");
        }
    }
}
