// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.util.List;
import java.util.Optional;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Everything the activity screen shows, and nothing else.
///
/// @param loading whether the daemon was asked and nothing is known yet
/// @param problem why nothing is known, or why the last change was not made
/// @param kept whether anything is remembered; empty while that is not known
/// @param chart what was used; empty when nothing was
/// @param sessions newest first
/// @param more whether there are more of them
/// @param asking what the user is asked to confirm
/// @param news what came of the last export
public record ActivityScreen(
        boolean loading,
        Optional<Problem> problem,
        Optional<Boolean> kept,
        Optional<Chart> chart,
        List<Row> sessions,
        boolean more,
        Asking asking,
        Optional<Message> news) {
    public ActivityScreen {
        sessions = List.copyOf(sessions);
    }

    /// What the user has to confirm before it is done.
    public enum Asking {
        NOTHING,
        /// Nothing is to be remembered any more.
        STOP,
        /// What is remembered is to be deleted.
        DELETE
    }

    /// Amounts over time, and by server.
    ///
    /// @param total what all of it comes to
    /// @param scale what the highest bar stands for
    /// @param first what the first bar stands for
    /// @param last what the last bar stands for
    /// @param selected which bar is told in words, and in which
    public record Chart(
            Span span,
            Message total,
            Message scale,
            List<Bar> bars,
            Message first,
            Message last,
            int selected,
            Message told,
            List<Share> servers) {
        public Chart {
            bars = List.copyOf(bars);
            servers = List.copyOf(servers);
        }
    }

    /// One bar, from 0 to 1 of the highest.
    public record Bar(double received, double sent) {}

    /// One server and its share of all, from 0 to 1.
    public record Share(Message place, double share, Message amount) {}

    /// One session.
    ///
    /// @param up whether it is up still
    /// @param lost whether it did not end because the user wanted that
    public record Row(Message place, Message when, Message amount, Message ending, boolean up, boolean lost) {}
}
