// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.host.OperatingSystem;

/// The system that `ginneld` runs on: its conventions, its ports, and how it runs programs of its own.
public interface Host {
    /// What is used when a start says nothing else.
    ///
    /// @param socket where to listen
    /// @param state directory of what is kept between runs
    /// @param authorities PEM file of certificate authorities to trust besides Java's; may be absent from the disk
    record Places(Path socket, Path state, Path authorities) {}

    /// A running daemon.
    interface Running extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// What starts one.
    interface Program {
        Running start() throws IOException;
    }

    /// What an installed one uses.
    ///
    /// @param environment such as `System.getenv()`
    Places places(Map<String, String> environment);

    /// The ports of this machine. Opening them changes nothing.
    ///
    /// @param state made when it is missing; root's alone. Holds what has to be put back after a crash
    /// @throws IOException when it cannot be made, or made root's alone
    SystemPorts open(Path state) throws IOException;

    /// Where what is wanted is kept when the state directory refuses it.
    Path spare(Path socket, Path state);

    /// Where callers come in, and who of them may change anything.
    ControlListener.Place place(Path socket);

    /// Which WireGuard this machine has; empty when none.
    Optional<String> engine();

    /// What the operator's list of devices calls this machine.
    String name();

    /// How a person stops the service here.
    String stopCommand();

    /// Runs it until the system says that it is enough.
    void run(Program program) throws IOException, InterruptedException;

    /// Runs it as a service that the system's manager has started, as only Windows wants it.
    ///
    /// @throws IOException where services are not run that way, or nobody of that manager has started us
    default void runAsService(Program program) throws IOException, InterruptedException {
        throw new IOException("--service is for Windows; here the daemon runs without it");
    }

    /// Where the log of such a service goes, as that manager keeps none.
    ///
    /// @param state made when it is missing; the system's alone
    /// @throws IOException where services are not run that way, or the directory cannot be made the system's alone
    default Path serviceLog(Path state) throws IOException {
        throw new IOException("--service is for Windows; here the daemon runs without it");
    }

    /// The one of a system. Classes of the others are not loaded.
    static Host of(OperatingSystem system) {
        return switch (system) {
            case LINUX -> new LinuxHost();
            case MACOS -> new MacHost();
            case WINDOWS -> new WindowsHost();
        };
    }
}
