// SPDX-License-Identifier: Apache-2.0
package org.ginnel.history;

import java.util.List;

/// All that is remembered. It never leaves this machine.
///
/// @param kept whether anything is remembered; when not, both lists are empty
/// @param sessions newest first, at most [#MAX_SESSIONS]
/// @param days oldest first, at most [#MAX_DAYS] rows
public record History(boolean kept, List<PastSession> sessions, List<DayUsage> days) {
    /// How many sessions are remembered: at ten a day, two months.
    public static final int MAX_SESSIONS = 600;
    /// How many rows of days and servers are remembered.
    public static final int MAX_DAYS = 3000;
    /// For how many days usage is remembered, today included.
    public static final int DAYS_BACK = 400;

    public History {
        sessions = List.copyOf(sessions);
        days = List.copyOf(days);
    }

    /// What holds before the first tunnel.
    public static History empty() {
        return new History(true, List.of(), List.of());
    }

    /// Nothing is remembered.
    public static History off() {
        return new History(false, List.of(), List.of());
    }
}
