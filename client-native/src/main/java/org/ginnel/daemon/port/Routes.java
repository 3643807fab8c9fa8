// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.Optional;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;

/// The system's routes. Called from one thread.
public interface Routes {
    /// Lets sockets bound to the tunnel's addresses use the tunnel. Nobody else's traffic moves.
    Optional<ErrorCause> prepare(RoutePlan plan);

    /// Moves everybody's traffic into the tunnel, both families; what the peer does not carry becomes unreachable.
    Optional<ErrorCause> divert(RoutePlan plan);

    /// Removes all of it, also what an earlier process left. Nothing to do is success.
    Optional<ErrorCause> restore();

    /// Whether what was last diverted still stands; false also when that cannot be read.
    boolean stand();
}
