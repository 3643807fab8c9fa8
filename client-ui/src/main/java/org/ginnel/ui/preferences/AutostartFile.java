// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import org.ginnel.ui.file.UserFolders;

/// An entry in the user's autostart directory (Desktop Application Autostart Specification). Where nothing is told
/// of what starts the window, starting at login cannot be set. Once that program is gone, the desktop passes over
/// the entry (`TryExec`).
public final class AutostartFile extends LoginFile {
    /// @param launcher what starts the window
    public AutostartFile(UserFolders folders, String launcher) {
        super(
                folders.autostart()
                        .filter(_ -> isPlainPath(launcher))
                        .map(folder -> folder.resolve("org.ginnel.desktop")),
                entry(launcher));
    }

    private static String entry(String launcher) {
        return """
                [Desktop Entry]
                Type=Application
                Name=Ginnel
                Icon=org.ginnel.Ginnel
                Terminal=false
                TryExec=%1$s
                Exec="%1$s"
                """.formatted(launcher);
    }
}
