// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// The file that [Preferences] live in. Replaced as a whole; a field that cannot be understood is as it was never set.
public final class PreferencesFile {
    private final Optional<Path> file;

    private PreferencesFile(Optional<Path> file) {
        this.file = file;
    }

    /// `ginnel/window.json` in `XDG_CONFIG_HOME`, else in `.config` of `HOME`; where there is neither nothing is kept.
    public static PreferencesFile in(Map<String, String> environment) {
        var config = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
        var home = Optional.ofNullable(environment.get("HOME"))
                .filter(path -> path.startsWith("/"))
                .map(path -> Path.of(path, ".config"));
        return new PreferencesFile(config.or(() -> home)
                .map(directory -> directory.resolve("ginnel").resolve("window.json")));
    }

    /// What was written last.
    public Preferences read() {
        var read = Preferences.defaults();
        for (var field : fields().entrySet()) {
            read = PreferenceFields.change(read, field.getKey(), field.getValue())
                    .orElse(read);
        }
        return read;
    }

    private Map<String, Object> fields() {
        try {
            if (file.isEmpty() || Files.size(file.get()) > FlatJson.MAX_LENGTH) {
                return Map.of();
            }
            return FlatJson.parse(Files.readString(file.get())).orElse(Map.of());
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException e) {
            warn("read", e);
            return Map.of();
        }
    }

    /// Replaces what was written. What the disk refuses holds until the window ends.
    public void write(Preferences preferences) {
        try {
            if (file.isPresent()) {
                var target = file.get();
                Files.createDirectories(target.resolveSibling("."));
                var beside = target.resolveSibling("window.json.new");
                Files.writeString(beside, FlatJson.write(PreferenceFields.of(preferences)));
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            warn("written", e);
        }
    }

    private void warn(String what, IOException e) {
        LoggerFactory.getLogger(PreferencesFile.class)
                .warn("the window's settings cannot be {}: {}", what, e.toString());
    }
}
