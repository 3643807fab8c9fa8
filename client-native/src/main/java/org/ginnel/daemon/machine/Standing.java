// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;

/// What stands while a tunnel is prepared, and what to go back to when that fails.
public sealed interface Standing {
    /// No tunnel.
    ///
    /// @param locked whether nothing may leave, because the user wants that
    record Rest(boolean locked) implements Standing {}

    /// A tunnel that works.
    ///
    /// @param vain what was tried beside it on a config that may be out of date
    record Held(Connected connected, Optional<Vain> vain) implements Standing {
        /// One beside which nothing was tried.
        public Held(Connected connected) {
            this(connected, Optional.empty());
        }
    }

    /// A tunnel that could not be proven. On the same config again it cannot either.
    ///
    /// @param cause what that is called
    record Vain(Link link, ErrorCause cause) {
        boolean isRepeatedBy(Link other) {
            return other.server().id().equals(link.server().id())
                    && other.config().equals(link.config());
        }
    }

    /// The block.
    ///
    /// @param why what it stands for
    /// @param fallback the tunnel to try again with its old config when a new one is not to be had
    /// @param tries how often that was tried
    record Shut(ErrorCause why, Optional<Link> fallback, int tries) implements Standing {}
}
