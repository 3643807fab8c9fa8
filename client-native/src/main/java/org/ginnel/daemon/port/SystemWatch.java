// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.function.Consumer;

/// Tells of changes in the system that others make, and also of our own: whoever listens looks whether it matters.
public interface SystemWatch {
    /// Begins to tell. What cannot be watched here is left out, and the log says so.
    ///
    /// @param listener called from any thread, often, and to return at once
    Running start(Consumer<Change> listener);

    /// What may have changed.
    enum Change {
        /// The firewall, the tunnel's routes, or the resolvers.
        PROTECTION,
        /// How packets leave this machine: its addresses, its default routes, its interfaces.
        NETWORK,
        /// The clock was set, or the machine has slept.
        CLOCK
    }

    /// Somebody who tells.
    interface Running extends AutoCloseable {
        /// Tells nothing any more.
        @Override
        void close();
    }
}
