// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.nio.file.Path;
import java.util.Map;
import org.ginnel.host.OperatingSystem;

/// Where the daemon listens.
public final class SocketPath {
    /// Where an installed daemon listens on Linux.
    public static final Path INSTALLED = Path.of("/run/ginnel/ginneld.sock");

    /// Where an installed daemon listens on macOS.
    public static final Path ON_MACOS = Path.of("/var/run/ginnel/ginneld.sock");

    /// Its pipe on Windows. Windows lets only administrators make pipes below this prefix, so nobody else can
    /// take the name.
    public static final String PIPE = "\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Ginnel\\ginneld";

    private static final String PIPES = "\\\\.\\pipe\\";

    /// The path that `GINNEL_SOCKET` names, else the one of an installed daemon on this system.
    ///
    /// @param environment such as `System.getenv()`
    public static Path from(Map<String, String> environment) {
        var named = environment.get("GINNEL_SOCKET");
        return named == null || named.isBlank() ? installed(OperatingSystem.here()) : Path.of(named);
    }

    /// Where an installed daemon listens.
    public static Path installed(OperatingSystem system) {
        return switch (system) {
            case LINUX -> INSTALLED;
            case MACOS -> ON_MACOS;
            case WINDOWS -> Path.of(PIPE);
        };
    }

    /// Whether it is a named pipe of Windows, not a socket.
    public static boolean isPipe(Path socket) {
        return socket.toString().startsWith(PIPES);
    }

    private SocketPath() {}
}
