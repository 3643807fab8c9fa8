// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.desktop;

import java.nio.file.Path;
import java.util.Map;

/// A screen, a panel, and a user's folder.
public record Desktop(Screen screen, Panel panel, Path folder) {
    /// What the window is told of it, so that it prints when its first frame is there.
    ///
    /// @param socket where the daemon listens
    public Map<String, String> environment(Path socket) {
        return Map.of(
                "DISPLAY",
                screen.display(),
                "DBUS_SESSION_BUS_ADDRESS",
                panel.address(),
                "XDG_RUNTIME_DIR",
                folder.toString(),
                "XDG_CONFIG_HOME",
                folder.toString(),
                "XDG_STATE_HOME",
                folder.toString(),
                "GINNEL_SOCKET",
                socket.toString(),
                "GINNEL_TIMING",
                "1");
    }
}
