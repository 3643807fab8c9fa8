// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.file.UserFolders;
import org.slf4j.LoggerFactory;

/// An entry in the user's autostart directory (Desktop Application Autostart Specification). What starts the
/// window is told by its launcher in `GINNEL_LAUNCHER`; where nothing is told, starting at login cannot be set.
/// Once that program is gone, the desktop passes over the entry (`TryExec`).
public final class AutostartFile implements LoginStart {
    private final Optional<Path> file;
    private final String launcher;

    /// @param environment such as `System.getenv()`
    public AutostartFile(Map<String, String> environment) {
        launcher = environment.getOrDefault("GINNEL_LAUNCHER", "");
        file = new UserFolders(environment)
                .config()
                .filter(_ -> isPlainPath(launcher))
                .map(folder -> folder.resolve("autostart/org.ginnel.desktop"));
    }

    /// A path that stands for itself in an `Exec` line, within quotes.
    private static boolean isPlainPath(String path) {
        return path.matches("/[A-Za-z0-9 ._/+-]+");
    }

    @Override
    public Optional<Boolean> isOn() {
        return file.map(Files::exists);
    }

    @Override
    public void set(boolean on) {
        try {
            if (file.isPresent() && on) {
                Files.createDirectories(file.get().resolveSibling("."));
                Files.writeString(file.get(), entry());
            } else if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(AutostartFile.class).warn("starting at login cannot be set: {}", e.toString());
        }
    }

    private String entry() {
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
