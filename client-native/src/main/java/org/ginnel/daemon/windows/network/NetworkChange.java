// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.util.EnumSet;
import java.util.Set;
import org.ginnel.daemon.port.SystemWatch.Change;

/// What somebody changed in the network. Pure.
public sealed interface NetworkChange {
    /// A route.
    ///
    /// @param isDefault whether it leads everywhere
    record OfRoute(long luid, boolean isDefault) implements NetworkChange {}

    /// An address.
    record OfAddress(long luid) implements NetworkChange {}

    /// An interface.
    record OfInterface(long luid) implements NetworkChange {}

    /// Windows does not say what.
    record Anything() implements NetworkChange {}

    /// What it may mean for us. Of others' routes only defaults decide how WireGuard's own packets leave.
    ///
    /// @param tunnels interfaces of ours
    default Set<Change> meaning(Set<Long> tunnels) {
        return switch (this) {
            case OfRoute(var luid, var isDefault) ->
                tunnels.contains(luid)
                        ? EnumSet.of(Change.PROTECTION)
                        : isDefault ? EnumSet.of(Change.NETWORK) : EnumSet.noneOf(Change.class);
            case OfAddress(var luid) -> ofInterface(tunnels.contains(luid));
            case OfInterface(var luid) -> ofInterface(tunnels.contains(luid));
            case Anything() -> EnumSet.of(Change.PROTECTION, Change.NETWORK);
        };
    }

    private static Set<Change> ofInterface(boolean isOurs) {
        return EnumSet.of(isOurs ? Change.PROTECTION : Change.NETWORK);
    }
}
