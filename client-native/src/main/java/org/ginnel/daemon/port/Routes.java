// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;

/// The system's routes. Called from one thread.
public interface Routes {
    /// Lets sockets bound to the tunnel's addresses use the tunnel, unless another lane has the same address and
    /// everybody's traffic; and in any case UDP sockets bound to the lane's `QuestionPorts`. Nobody else's traffic
    /// moves.
    Optional<ErrorCause> prepare(RoutePlan plan);

    /// Moves everybody's traffic into the tunnel, both families; what the peer does not carry becomes unreachable.
    /// What carries the mark of another lane that is prepared stays there. From one lane to another no packet is
    /// without a way.
    Optional<ErrorCause> divert(RoutePlan plan);

    /// Removes what is there for one lane, and leaves the other as it is. Nothing to do is success.
    Optional<ErrorCause> release(Lane lane);

    /// Removes all of it, also what an earlier process left. Nothing to do is success.
    Optional<ErrorCause> restore();

    /// Whether what was prepared and last diverted still stands; false also when that cannot be read.
    boolean stand();
}
