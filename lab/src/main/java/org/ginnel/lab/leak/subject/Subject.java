// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;

/// A VPN client in the client of a lab of its own, which ends with it.
///
/// All calls come from one thread. Whatever does not work is a [org.ginnel.lab.LabException].
public interface Subject extends AutoCloseable {
    /// The head of its column.
    String name();

    /// Where it runs.
    Lab lab();

    /// What it can do beyond connecting and disconnecting.
    Set<Ability> abilities() throws IOException;

    /// Connects to a gateway, or switches to it when connected. Returns when the client says that it is done.
    ///
    /// @param gateway such as `gw1`
    void connect(String gateway) throws IOException;

    /// Returns when the client says that it is done.
    void disconnect() throws IOException;

    /// Returns when the client says that its tunnel works, which needs [Ability#RECOVERY] after it did not.
    void awaitTunnel(Duration patience) throws IOException;

    /// Returns when the client says that its tunnel does not work, which needs [Ability#RECOVERY].
    void awaitLoss(Duration patience) throws IOException;

    /// Where its daemon keeps what it keeps, for those that have [Ability#STATE].
    Optional<Path> state();

    /// What it runs to watch over the tunnel: none without [Ability#DAEMON].
    List<ProcessHandle> daemon() throws IOException;

    /// Starts the daemon again after its end, and returns when that answers.
    void startDaemon() throws IOException;

    /// The programs that encrypt, where the kernel does not.
    default List<ProcessHandle> engines() throws IOException {
        return lab().client().machine().inhabitants().stream()
                .filter(Subject::isEngine)
                .toList();
    }

    /// Whether that is such a program now; it may have been another one before.
    static boolean isEngine(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/wireguard-go"))
                .isPresent();
    }

    /// Turns what `ability` can be turned on, such as [Ability#LOCKDOWN].
    void turn(Ability ability, boolean on) throws IOException;

    /// Another version takes the place of the one that runs, as a package does it, and returns when it answers. For
    /// those that have [Ability#UPGRADE].
    default void upgrade() throws IOException {
        throw new LabException(name() + " cannot be upgraded here");
    }

    /// What a package does before it takes the files away, with the daemon ended already. For those that have
    /// [Ability#RELEASE].
    default void release() throws IOException {
        throw new LabException(name() + " cannot be uninstalled here");
    }

    /// Disconnects, and makes of the client again what it was before anything ran in it, whatever happened.
    ///
    /// @return what the client left behind that it should have put back itself, for people; empty when nothing
    List<String> reset() throws IOException;

    /// Connects to the server that it takes for the best, and returns when it says that it is done. For those that
    /// have [Ability#CHOICE]: the best is `gw1`, then `gw2`.
    default void connectToBest() throws IOException {
        throw new LabException(name() + " chooses no server");
    }

    /// Has it change its keys now, while it is connected, and returns when it says that it is done. For those that
    /// have [Ability#KEYS].
    default void changeKeys() throws IOException {
        throw new LabException(name() + " does not change its keys");
    }

    @Override
    void close() throws IOException;
}
