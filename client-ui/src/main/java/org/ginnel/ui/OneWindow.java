// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ginnel.ui.file.UserFolders;

/// Sees to it that a user who starts the window twice gets the one that runs already, also when it is hidden.
///
/// The window that runs listens on a socket in a directory that only this user can enter
/// ([UserFolders#runtime()]); being connected to is all it is told. Where there is no such directory every start
/// makes a window.
final class OneWindow implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel listener;

    private OneWindow(Path socket, ServerSocketChannel listener) {
        this.socket = socket;
        this.listener = listener;
    }

    /// What came of a claim.
    sealed interface Claim {
        /// We are the one window. To be closed at the end.
        record Ours(OneWindow window) implements Claim {}

        /// Another window runs and has been asked to show itself.
        record Theirs() implements Claim {}

        /// Nobody can tell.
        record Unknown() implements Claim {}
    }

    /// Claims to be the one window for the daemon on that socket.
    static Claim claim(Map<String, String> environment, Path daemon) {
        var directory = new UserFolders(environment).runtime().filter(Files::isDirectory);
        if (directory.isEmpty()) {
            return new Claim.Unknown();
        }
        var name = "ginnel-ui-" + Integer.toHexString(daemon.toAbsolutePath().hashCode()) + ".sock";
        var socket = directory.get().resolve(name);
        if (isAnswered(socket)) {
            return new Claim.Theirs();
        }
        try {
            // Nobody answers, so the file is what a window left that was killed.
            Files.deleteIfExists(socket);
            var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            return new Claim.Ours(new OneWindow(socket, listener));
        } catch (IOException _) {
            return new Claim.Unknown();
        }
    }

    private static boolean isAnswered(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException _) {
            return false;
        }
    }

    /// Calls `show`, on a thread of its own, whenever the window is started again.
    void onStartedAgain(Runnable show) {
        Thread.ofVirtual().name("ginnel-one-window").start(() -> listen(show));
    }

    private void listen(Runnable show) {
        while (listener.isOpen()) {
            try {
                listener.accept().close();
                show.run();
            } catch (IOException _) {
                return; // closed, or no descriptors left; a second window is then the lesser evil
            }
        }
    }

    /// Gives the claim up. Does nothing the second time, when the place may be another window's.
    @Override
    public void close() {
        if (!listener.isOpen()) {
            return;
        }
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException _) {
            return; // what stays is found dead by the next start
        }
    }
}
