// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;

/// How the conversation with the daemon stands, and what it last said.
public sealed interface LinkState {
    /// No answer yet.
    record Searching() implements LinkState {}

    /// The daemon answers, and this is how things are.
    ///
    /// @param daemon its name and version
    /// @param mayChange whether this user may do more than look
    record Live(Snapshot snapshot, String daemon, boolean mayChange) implements LinkState {}

    /// Nobody answers, or not in our language. The link keeps trying.
    record Lost(ErrorCause cause) implements LinkState {}
}
