// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;

/// How the conversation with the daemon stands, and what it last said.
public sealed interface LinkState {
    /// The same for a log, which nobody's servers and addresses are any business of.
    default String told() {
        return getClass().getSimpleName();
    }

    /// No answer yet.
    record Searching() implements LinkState {}

    /// The daemon answers, and this is how things are.
    ///
    /// @param daemon its name and version
    /// @param mayChange whether this user may do more than look
    /// @param figures whether every change of what the tunnel carries and of its proof is told; else those
    ///     are as old as the last change of anything else
    record Live(Snapshot snapshot, String daemon, boolean mayChange, boolean figures) implements LinkState {
        @Override
        public String told() {
            return daemon + ", " + snapshot.tunnel().getClass().getSimpleName() + ", may change: " + mayChange;
        }

        /// The same when nobody tells figures any more.
        Live withoutFigures() {
            return new Live(snapshot, daemon, mayChange, false);
        }
    }

    /// Nobody answers, or not in our language. The link keeps trying.
    record Lost(ErrorCause cause) implements LinkState {}
}
