// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import org.ginnel.ui.text.Message;

/// Something a user wants to know who is looking elsewhere.
///
/// @param topic one of which only the newest is worth seeing: a later one takes the place of an earlier one
/// @param urgency how much it matters
/// @param title what happened, in a few words
/// @param body what that means; one sentence
public record Announcement(Topic topic, Urgency urgency, Message title, Message body) {
    /// What it is about.
    public enum Topic {
        TUNNEL,
        TRAY,
        RELEASE
    }

    /// How much it matters.
    public enum Urgency {
        LOW,
        NORMAL,
        CRITICAL
    }
}
