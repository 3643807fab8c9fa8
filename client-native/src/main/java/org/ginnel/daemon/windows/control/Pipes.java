// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Named pipes and who is at their other end, as Windows has them.
public interface Pipes {
    /// Makes an end that waits for a caller.
    ///
    /// @throws IOException when the name is somebody else's
    End create(ControlPipe pipe) throws IOException;

    /// The identity of a group of this machine; empty where there is none.
    Optional<String> group(String name);

    /// The listener's end.
    interface End extends AutoCloseable {
        /// Waits until a caller has the other end.
        ///
        /// @throws IOException when it was closed meanwhile
        void awaitCaller() throws IOException;

        /// Who has the other end, asked before anything is read. On a thread of the system: meanwhile it is the
        /// caller's.
        ///
        /// @throws IOException when that cannot be known
        WindowsPermissions.Token token() throws IOException;

        InputStream in();

        OutputStream out();

        /// From any thread; ends what waits.
        @Override
        void close();
    }
}
