// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.nio.file.Path;
import java.util.Map;

/// Where the daemon listens.
public final class SocketPath {
    /// Where an installed daemon listens on Linux.
    public static final Path INSTALLED = Path.of("/run/ginnel/ginneld.sock");

    /// The path that `GINNEL_SOCKET` names, else [#INSTALLED].
    ///
    /// @param environment such as `System.getenv()`
    public static Path from(Map<String, String> environment) {
        var named = environment.get("GINNEL_SOCKET");
        return named == null || named.isBlank() ? INSTALLED : Path.of(named);
    }

    private SocketPath() {}
}
