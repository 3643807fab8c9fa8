// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// Named pipes as we believe that Windows has them: any number of ends of one name, of which each waits for one
/// caller; a caller without an end that waits is refused; the name is taken for as long as there is an end. Bytes
/// go by sockets of this machine. Held to be right by the same contract under Wine (`PipeListenerWineTest`).
final class PipesModel implements Pipes {
    private static final int FIRST = 0x0008_0000;

    private final Path directory;
    private final Set<ModelEnd> ends = new HashSet<>();
    private final Queue<ModelEnd> waiting = new ArrayDeque<>();
    private int made;
    private boolean refuses;
    private WindowsPermissions.Token token = new WindowsPermissions.Token("S-1-5-18", Set.of(), false);

    /// @param directory an empty one
    PipesModel(Path directory) {
        this.directory = directory;
    }

    /// Makes no further end.
    synchronized void refuse() {
        refuses = true;
    }

    /// Who calls from now on.
    synchronized void callAs(WindowsPermissions.Token token) {
        this.token = token;
    }

    @Override
    public synchronized End create(ControlPipe pipe) throws IOException {
        if (refuses || ((pipe.openMode() & FIRST) != 0 && !ends.isEmpty())) {
            throw new IOException("error 5 of Windows");
        }
        var address = UnixDomainSocketAddress.of(directory.resolve("end" + made++));
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(address);
        var end = new ModelEnd(server, address);
        ends.add(end);
        waiting.add(end);
        return end;
    }

    @Override
    public Optional<String> group(String name) {
        return Optional.empty();
    }

    synchronized SocketChannel call() throws IOException {
        var end = waiting.poll();
        if (end == null) {
            throw new IOException("error 231 of Windows");
        }
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(end.address);
        return channel;
    }

    private synchronized void gone(ModelEnd end) {
        ends.remove(end);
        waiting.remove(end);
    }

    private final class ModelEnd implements End {
        private final ServerSocketChannel server;
        private final UnixDomainSocketAddress address;
        private volatile Optional<SocketChannel> caller = Optional.empty();

        ModelEnd(ServerSocketChannel server, UnixDomainSocketAddress address) {
            this.server = server;
            this.address = address;
        }

        @Override
        public void awaitCaller() throws IOException {
            caller = Optional.of(server.accept());
        }

        @Override
        public WindowsPermissions.Token token() {
            return token;
        }

        @Override
        public InputStream in() {
            return Channels.newInputStream(caller.orElseThrow());
        }

        @Override
        public OutputStream out() {
            return Channels.newOutputStream(caller.orElseThrow());
        }

        @Override
        public void close() {
            gone(this);
            try {
                server.close();
                if (caller.isPresent()) {
                    caller.get().close();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
