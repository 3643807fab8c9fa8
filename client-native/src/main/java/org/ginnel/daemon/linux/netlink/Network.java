// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.Set;
import java.util.function.Consumer;

/// The network of the calling thread: its namespace is the one it was called from.
public interface Network {
    /// Begins a conversation, which takes some microseconds.
    Conversation talk() throws NetlinkException;

    /// Tells of every change from now on.
    ///
    /// @param listener called on one thread of its own; what it throws is logged and forgotten
    Watch watch(Set<Topic> topics, Consumer<Change> listener) throws NetlinkException;

    /// Tells of every change of nftables from now on, without saying what changed.
    ///
    /// @param listener as for [#watch(Set, Consumer)]
    Watch watchFirewall(Consumer<Change> listener) throws NetlinkException;

    /// Somebody who tells of changes.
    interface Watch extends AutoCloseable {
        /// Waits until nothing more is told, unless the listener itself closes it.
        @Override
        void close();
    }
}
