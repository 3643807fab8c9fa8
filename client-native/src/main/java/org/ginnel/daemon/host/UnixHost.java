// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.control.SocketListener;

/// What systems with Unix sockets and signals have in common.
abstract class UnixHost implements Host {
    /// Who besides root and our own user may change anything.
    abstract Permissions.Members members();

    /// Beside the socket, in a directory that does not outlive a restart of the machine.
    @Override
    public final Path spare(Path socket, Path state) {
        return socket.resolveSibling("state.json");
    }

    @Override
    public final ControlListener.Place place(Path socket) {
        var owners = Set.copyOf(List.of("root", System.getProperty("user.name")));
        return SocketListener.at(socket, new Permissions(owners, members()));
    }

    @Override
    public final void run(Program program) throws IOException, InterruptedException {
        UntilSignal.run(program);
    }
}
