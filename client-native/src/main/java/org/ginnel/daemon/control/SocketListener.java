// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/// A Unix socket that everybody may connect to. Who calls says the kernel (`SO_PEERCRED`).
public final class SocketListener implements ControlListener {
    private final Path socket;
    private final Permissions permissions;
    private final ServerSocketChannel server;

    private SocketListener(Path socket, Permissions permissions, ServerSocketChannel server) {
        this.socket = socket;
        this.permissions = permissions;
        this.server = server;
    }

    /// A socket at that path, whose directory is made when it is missing.
    public static ControlListener.Place at(Path socket, Permissions permissions) {
        return () -> new SocketListener(socket, permissions, listen(socket));
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        var directory = socket.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        if (Files.exists(socket)) {
            if (somebodyListens(socket)) {
                throw new IOException("another ginneld listens at " + socket);
            }
            Files.delete(socket);
        }
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        return server;
    }

    private static boolean somebodyListens(Path socket) {
        try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public ControlConnection accept() throws IOException {
        return new Accepted(server.accept(), permissions);
    }

    /// Sockets hold no thread of the system while they wait.
    @Override
    public Thread start(String name, Runnable task) {
        return Thread.ofVirtual().name(name).start(task);
    }

    /// Removes the socket as well.
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }

    private record Accepted(SocketChannel channel, Permissions permissions) implements ControlConnection {
        @Override
        public Optional<Peer> peer() throws IOException {
            var principals = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
            var user = principals.user().getName();
            var group = principals.group().getName();
            return Optional.of(new Peer(user, () -> permissions.of(user, group).mayChange()));
        }

        @Override
        public InputStream in() {
            return Channels.newInputStream(channel);
        }

        @Override
        public OutputStream out() {
            return Channels.newOutputStream(channel);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
