// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ginnel.ui.file.OwnFile;
import org.ginnel.ui.file.UserFolders;

/// The file that [Preferences] live in. Replaced as a whole; a field that cannot be understood is as it was
/// never set.
public final class PreferencesFile {
    private final OwnFile file;

    private PreferencesFile(OwnFile file) {
        this.file = file;
    }

    /// `window.json` among the user's settings ([UserFolders#settings()]); where there is no such folder nothing is
    /// kept.
    public static PreferencesFile in(Map<String, String> environment) {
        var path = new UserFolders(environment).settings().map(folder -> folder.resolve("window.json"));
        return new PreferencesFile(new OwnFile(path, FlatJson.MAX_LENGTH));
    }

    /// What was written last.
    public Preferences read() {
        var read = Preferences.defaults();
        var fields = file.read().flatMap(bytes -> FlatJson.parse(new String(bytes, StandardCharsets.UTF_8)));
        for (var field : fields.orElse(Map.of()).entrySet()) {
            read = PreferenceFields.change(read, field.getKey(), field.getValue())
                    .orElse(read);
        }
        return read;
    }

    /// Replaces what was written. What the disk refuses holds until the window ends.
    public void write(Preferences preferences) {
        file.write(FlatJson.write(PreferenceFields.of(preferences)).getBytes(StandardCharsets.UTF_8));
    }
}
