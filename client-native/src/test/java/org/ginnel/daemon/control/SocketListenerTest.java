// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/// The contract of ways to the daemon, kept by a Unix socket.
class SocketListenerTest extends ControlListenerContract {
    @TempDir
    Path directory;

    @Override
    protected ControlListener.Place place() {
        return SocketListener.at(directory.resolve("s"), new Permissions(Set.of("root"), Path.of("/nonexistent")));
    }

    @Override
    protected Call call() throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(directory.resolve("s")));
        return new Call(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
    }
}
