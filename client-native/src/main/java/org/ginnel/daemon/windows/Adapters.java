// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.Map;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.ErrorCause;

/// Interfaces of lanes, made where they are missing: filters and routes name an interface by a number that
/// Windows gives when it is made. One thread.
public interface Adapters {
    /// The number of the lane's interface, or why there is none.
    Luid luid(Lane lane);

    /// Numbers of those that exist.
    Map<Lane, Long> existing();

    /// What is known of an interface.
    sealed interface Luid {
        /// It exists.
        ///
        /// @param luid its `NET_LUID`
        record Known(long luid) implements Luid {}

        /// It could not be made.
        record Refused(ErrorCause why) implements Luid {}
    }
}
