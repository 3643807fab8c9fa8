// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// A file that is there when the window opens at login.
abstract class LoginFile implements LoginStart {
    private final Optional<Path> file;
    private final String text;

    /// @param file empty where it cannot be set
    LoginFile(Optional<Path> file, String text) {
        this.file = file;
        this.text = text;
    }

    /// A path that stands for itself, between quotes or tags.
    static boolean isPlainPath(String path) {
        return path.matches("/[A-Za-z0-9 ._/+-]+");
    }

    @Override
    public final Optional<Boolean> isOn() {
        return file.map(Files::exists);
    }

    @Override
    public final void set(boolean on) {
        try {
            if (file.isPresent() && on) {
                Files.createDirectories(file.get().resolveSibling("."));
                Files.writeString(file.get(), text);
            } else if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(LoginFile.class).warn("starting at login cannot be set: {}", e.toString());
        }
    }
}
