// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import java.util.function.Consumer;

/// Shows announcements the way the desktop does. Never waits, never fails: where there is no such way nothing is shown.
/// Thread-safe.
public interface Bell extends AutoCloseable {
    /// Shows it in place of the last one of the same topic.
    void ring(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body);

    /// Says, on a thread of its own or at once, whether somebody shows what is rung: with such a desktop a window that
    /// cannot be seen is not forgotten. Never after [#close()]. As far as nobody can tell, nobody does.
    default void whetherHeard(Consumer<Boolean> answer) {
        answer.accept(false);
    }

    /// Takes away what is shown, and shows nothing more.
    @Override
    void close();

    /// A desktop without announcements.
    record Silent() implements Bell {
        @Override
        public void ring(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {}

        @Override
        public void close() {}
    }
}
