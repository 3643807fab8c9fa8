// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// An open connection to the daemon, as bytes: by a Unix socket, on Windows by a named pipe. [#close()] may be called
/// from any thread and ends what waits.
interface Wire extends AutoCloseable {
    /// Reads what comes.
    InputStream in();

    /// Sends at once.
    OutputStream out();

    @Override
    void close() throws IOException;

    /// Connects: to a socket by our own library, which an installed Ginnel brings along and which is ready at once,
    /// else by the
    /// JDK.
    ///
    /// @throws IOException when nobody listens there, or the path is no socket's
    static Wire connect(Path socket) throws IOException {
        if (SocketPath.isPipe(socket)) {
            return PipeWire.connect(socket);
        }
        return SystemSocket.isThere() ? SystemWire.connect(socket.toString()) : ChannelWire.connect(socket);
    }

    /// A connection that whoever started us has opened.
    ///
    /// @throws IllegalStateException without our own library
    static Wire of(int descriptor) {
        if (!SystemSocket.isThere()) {
            throw new IllegalStateException("a descriptor is of no use without our library");
        }
        return SystemWire.of(descriptor);
    }
}
