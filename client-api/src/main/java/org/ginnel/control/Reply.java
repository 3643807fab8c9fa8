// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.util.List;
import java.util.Optional;
import org.ginnel.history.History;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.tunnel.ErrorCause;

/// What the daemon answers: what happened, not that the request arrived.
public sealed interface Reply {
    /// The connection is open.
    ///
    /// @param version [ControlCodec#VERSION] of the daemon
    /// @param daemon its name and version
    /// @param mayChange whether this caller may do more than look
    record Welcome(int version, String daemon, boolean mayChange) implements Reply {}

    /// It is done, and this is how things are now.
    record Done(Snapshot snapshot) implements Reply {}

    /// It was not done, and this is why. What was so before is still so, or `snapshot` says otherwise.
    record Refused(ErrorCause cause, Snapshot snapshot) implements Reply {}

    /// How things are.
    record Status(Snapshot snapshot) implements Reply {}

    /// The servers of the tier, in the operator's order.
    ///
    /// @param fastest the id of the one that `Target.Fastest` would choose by what is known now, which counts more
    ///     than round trips; empty while none has answered
    record Servers(List<MeasuredServer> servers, long serversRevision, Optional<String> fastest) implements Reply {
        public Servers {
            servers = List.copyOf(servers);
        }
    }

    /// What was found.
    record Report(List<Finding> findings) implements Reply {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /// What is remembered now.
    record Remembered(History history) implements Reply {}
}
