// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks with the desktop's own dialogs. Reads at most 64 KiB.
public final class FileDialogs implements TextFiles {
    private static final long MAX_BYTES = 64 * 1024;

    private final Window owner;

    /// @param owner the window that the dialogs belong to
    public FileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public void save(String name, String text, Consumer<Saved> then) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        Optional.ofNullable(chooser.showSaveDialog(owner)).ifPresent(file -> then.accept(write(file.toPath(), text)));
    }

    @Override
    public void open(Consumer<Opened> then) {
        Optional.ofNullable(new FileChooser().showOpenDialog(owner))
                .ifPresent(file -> then.accept(read(file.toPath())));
    }

    private static Saved write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return new Saved.Done(file.toString());
        } catch (IOException e) {
            return new Saved.Failed(e.toString());
        }
    }

    private static Opened read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes((int) MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? new Opened.Failed("> 64 KiB")
                    : new Opened.Text(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Opened.Failed(e.toString());
        }
    }
}
