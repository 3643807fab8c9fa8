// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;

/// Where callers come in: a Unix socket, or a named pipe of Windows. Everybody of this machine may; what they may
/// do then is another question.
public interface ControlListener extends AutoCloseable {
    /// Waits for the next caller; one thread.
    ///
    /// @throws java.nio.channels.ClosedChannelException after [#close()]
    /// @throws IOException when nobody can come in any more
    ControlConnection accept() throws IOException;

    /// Runs something that waits for its callers, on a thread that may.
    ///
    /// @return the thread, which ends when it is interrupted while nothing of a connection is under way
    Thread start(String name, Runnable task);

    /// Lets nobody in any more, from any thread.
    @Override
    void close() throws IOException;

    /// A place to listen at.
    @FunctionalInterface
    interface Place {
        /// Takes it; callers wait there until they are accepted.
        ///
        /// @throws IOException when another daemon listens there, or the place is not ours to listen at.
        ///     Nothing was changed then
        ControlListener listen() throws IOException;
    }
}
