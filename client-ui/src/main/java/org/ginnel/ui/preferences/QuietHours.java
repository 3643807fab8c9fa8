// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.time.LocalTime;

/// The part of each day in which nothing is announced.
///
/// @param from the first quiet minute
/// @param to the first minute that is not; before `from` when midnight is between
public record QuietHours(LocalTime from, LocalTime to) {
    /// From ten in the evening to seven in the morning.
    public static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    /// Whether it is quiet then.
    public boolean contains(LocalTime time) {
        var afterFrom = !time.isBefore(from);
        return from.isBefore(to) ? afterFrom && time.isBefore(to) : afterFrom || time.isBefore(to);
    }
}
