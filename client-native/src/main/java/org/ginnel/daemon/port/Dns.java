// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.Optional;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.tunnel.ErrorCause;

/// The system's resolver settings. They are for convenience; that names cannot leak is the firewall's doing.
/// Called from one thread.
public interface Dns {
    /// Makes programs ask the plan's resolvers. What stood before is kept on disk first.
    Optional<ErrorCause> use(DnsPlan plan);

    /// Puts back what stood before, also after a crash. Nothing to do is success.
    Optional<ErrorCause> restore();

    /// Whether the plan last used still stands; true when none is, and where that cannot be told.
    boolean stands();

    /// One word for how names are set on this machine, such as `systemd-resolved`, for `ginnel doctor`.
    String method();
}
