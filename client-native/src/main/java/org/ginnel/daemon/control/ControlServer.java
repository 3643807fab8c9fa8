// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ginnel.daemon.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers callers. Who calls is asked of the kernel before the first byte is read; callers are bounded in
/// number, each user for itself, so that none can lock the others out; who does not say hello in five seconds
/// is hung up on.
public final class ControlServer implements AutoCloseable {
    /// Connections that one user may hold.
    static final int MAX_PER_USER = 32;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(5);

    private final ControlListener listener;
    private final Requests requests;
    private final Loop loop;
    private final String daemon;
    private final Set<ControlConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perUser = new HashMap<>();

    /// Takes its place, where callers wait until [#start()].
    ///
    /// @param loop for the time limit of the hello
    /// @param daemon our name and version
    /// @throws IOException when another daemon listens there, or the place is not ours to listen at
    public ControlServer(ControlListener.Place place, Requests requests, Loop loop, String daemon) throws IOException {
        this.requests = requests;
        this.loop = loop;
        this.daemon = daemon;
        this.listener = place.listen();
    }

    /// Begins to answer.
    public void start() {
        listener.start("ginnel-accept", this::acceptAll);
    }

    private void acceptAll() {
        try {
            while (true) {
                admit(listener.accept());
            }
        } catch (ClosedChannelException e) {
            LOG.debug("the control channel is closed");
        } catch (IOException e) {
            LOG.error("the control channel is lost: {}", e.getMessage());
        }
    }

    private void admit(ControlConnection connection) throws IOException {
        try {
            var peer = connection.peer();
            if (peer.isPresent() && take(peer.get().user())) {
                open.add(connection);
                listener.start("ginnel-session", () -> serve(connection, peer.get()));
            } else {
                LOG.warn("hung up on {}", peer.map(Peer::user).orElse("somebody who is not of this machine"));
                connection.close();
            }
        } catch (IOException e) {
            LOG.debug("a caller was gone before it was asked who it is: {}", e.getMessage());
            connection.close();
        }
    }

    private void serve(ControlConnection connection, Peer peer) {
        var greeted = new AtomicBoolean();
        var limit = loop.after(HELLO_LIMIT, () -> {
            if (!greeted.get()) {
                close(connection);
            }
        });
        try {
            new Session(connection, peer, requests, daemon, () -> greeted.set(true), listener::start).run();
        } finally {
            loop.post(limit::cancel);
            open.remove(connection);
            give(peer.user());
        }
    }

    /// Another one of a user who holds the most is hung up on.
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

    private static void close(ControlConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("closing a connection: {}", e.getMessage());
        }
    }

    /// Hangs up on everybody and gives the place back.
    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(ControlServer::close);
    }
}
