// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import java.util.Optional;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Connecting;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Disconnecting;
import org.ginnel.daemon.machine.FailingOver;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Racing;
import org.ginnel.daemon.machine.Standing;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.Switching;
import org.ginnel.history.Ending;

/// What a state says of the tunnel that was up before it.
final class Endings {
    /// Why the tunnel that was up is so no more; empty while it is.
    static Optional<Ending> of(State state) {
        return switch (state) {
            case Connected _, Switching _, FailingOver _ -> Optional.empty();
            case Preparing(var _, Standing.Held _, var _) -> Optional.empty();
            case Preparing(var _, Standing.Shut(var why, var _, var _), var _) -> Optional.of(new Ending.Lost(why));
            case Preparing(var _, Standing.Rest _, var _) -> Optional.of(new Ending.Disconnected());
            case Connecting connecting -> Optional.of(of(connecting));
            case Racing racing -> Optional.of(of(racing.ahead()));
            case Disconnecting(var then) -> Optional.of(of(then));
            case Disconnected _ -> Optional.of(new Ending.Disconnected());
            case Paused _ -> Optional.of(new Ending.Paused());
            case Blocked blocked -> Optional.of(new Ending.Lost(blocked.cause()));
        };
    }

    private static Ending of(Connecting connecting) {
        return connecting.why().<Ending>map(Ending.Lost::new).orElseGet(Ending.Switched::new);
    }

    private static Ending of(Disconnecting.Then then) {
        return switch (then) {
            case Disconnecting.ThenRest() -> new Ending.Disconnected();
            case Disconnecting.ThenPause _ -> new Ending.Paused();
            case Disconnecting.ThenConnect _, Disconnecting.ThenPrepare _ -> new Ending.Switched();
        };
    }

    private Endings() {}
}
