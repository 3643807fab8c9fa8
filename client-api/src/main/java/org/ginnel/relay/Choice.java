// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;

/// What the selector made of a wish.
public sealed interface Choice {
    /// This server, and why it.
    record Picked(Server server, Reason reason) implements Choice {}

    /// No server fits.
    ///
    /// @param cause [ErrorCause.NoServers] or [ErrorCause.UnknownServer]
    record None(ErrorCause cause) implements Choice {}
}
