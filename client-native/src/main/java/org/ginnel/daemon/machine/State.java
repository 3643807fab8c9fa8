// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;

/// What the tunnel is, and what the user was promised while it is so. One file each.
public sealed interface State
        permits Disconnected,
                Preparing,
                Connecting,
                Racing,
                Connected,
                Switching,
                FailingOver,
                Disconnecting,
                Blocked,
                Paused {
    /// Decides what `event` means here. Pure: touches nothing, blocks on nothing, ends in a state for every event.
    Step on(Event event, World world);

    /// The tunnel that everybody's traffic goes through now; empty while there is none that is proven.
    default Optional<Connected> carrying() {
        return Optional.empty();
    }
}
