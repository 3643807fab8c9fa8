// SPDX-License-Identifier: Apache-2.0
package org.ginnel.history;

import java.time.LocalDate;

/// What one server carried on one day of this machine's calendar.
///
/// @param day in the time zone of the machine
/// @param rxBytes received, as WireGuard counts
/// @param txBytes sent, as WireGuard counts
public record DayUsage(LocalDate day, String serverId, String city, String country, long rxBytes, long txBytes) {
    /// @throws IllegalArgumentException when a count is negative
    public DayUsage {
        if (rxBytes < 0 || txBytes < 0) {
            throw new IllegalArgumentException("byte counts are not negative");
        }
    }
}
