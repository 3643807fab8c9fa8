// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import jdk.net.ExtendedSocketOptions;
import org.ginnel.daemon.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The control socket. Who calls is asked of the kernel before the first byte is read; callers are bounded in
/// number, each user for itself, so that none can lock the others out; who does not say hello in five seconds
/// is hung up on.
public final class ControlServer implements AutoCloseable {
    /// Connections that one user may hold.
    static final int MAX_PER_USER = 32;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(5);

    private final Path socket;
    private final ServerSocketChannel server;
    private final Permissions permissions;
    private final Requests requests;
    private final Loop loop;
    private final String daemon;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perUser = new HashMap<>();

    /// Takes its place, where callers wait until [#start()]. Everybody may connect; what they may do is [Permissions]'
    /// business.
    ///
    /// @param loop for the time limit of the hello
    /// @param daemon our name and version
    /// @throws IOException when another daemon listens there, or the place is not ours to listen at
    public ControlServer(Path socket, Permissions permissions, Requests requests, Loop loop, String daemon)
            throws IOException {
        this.socket = socket;
        this.permissions = permissions;
        this.requests = requests;
        this.loop = loop;
        this.daemon = daemon;
        this.server = listen(socket);
    }

    /// Begins to answer.
    public void start() {
        Thread.ofVirtual().name("ginnel-accept").start(this::acceptAll);
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

    private void acceptAll() {
        try {
            while (true) {
                admit(server.accept());
            }
        } catch (ClosedChannelException e) {
            LOG.debug("the control socket is closed");
        } catch (IOException e) {
            LOG.error("the control socket is lost: {}", e.getMessage());
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        try {
            var peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
            var user = peer.user().getName();
            var group = peer.group().getName();
            if (take(user)) {
                open.add(channel);
                Thread.ofVirtual()
                        .name("ginnel-session")
                        .start(() -> serve(
                                channel, user, () -> permissions.of(user, group).mayChange()));
            } else {
                LOG.warn("{} holds {} connections; hung up on another", user, MAX_PER_USER);
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("a caller was gone before it was asked who it is: {}", e.getMessage());
            channel.close();
        }
    }

    private void serve(SocketChannel channel, String user, BooleanSupplier mayChange) {
        var greeted = new AtomicBoolean();
        var limit = loop.after(HELLO_LIMIT, () -> {
            if (!greeted.get()) {
                close(channel);
            }
        });
        try {
            new Session(channel, user, mayChange, requests, daemon, () -> greeted.set(true)).run();
        } finally {
            loop.post(limit::cancel);
            open.remove(channel);
            give(user);
        }
    }

    private synchronized boolean take(String user) {
        var held = perUser.merge(user, 1, Integer::sum);
        if (held > MAX_PER_USER) {
            perUser.put(user, MAX_PER_USER);
            return false;
        }
        return true;
    }

    private synchronized void give(String user) {
        perUser.computeIfPresent(user, (_, held) -> held > 1 ? held - 1 : null);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a connection: {}", e.getMessage());
        }
    }

    /// Hangs up on everybody and removes the socket.
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        open.forEach(ControlServer::close);
    }
}
