// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// A caller that came in.
public interface ControlConnection extends AutoCloseable {
    /// Who it is, as the kernel says; asked before the first byte is read. Empty for whom nobody should listen to.
    ///
    /// @throws IOException when it is gone already, or the kernel does not say
    Optional<Peer> peer() throws IOException;

    /// Reads what comes.
    InputStream in();

    /// Sends at once.
    OutputStream out();

    /// Hangs up, from any thread, and ends what waits.
    @Override
    void close() throws IOException;
}
