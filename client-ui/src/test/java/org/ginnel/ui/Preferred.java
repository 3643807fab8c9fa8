// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.text.Language;

/// Environments in which the user has preferences.
final class Preferred {
    private Preferred() {}

    /// The environment of a user who reads that language in that size and theme.
    static Map<String, String> with(Path directory, Language language, int textPercent, String theme) {
        var environment = new HashMap<String, String>();
        environment.put("GINNEL_THEME", theme);
        environment.put("GINNEL_DEMO_KEY", "demo_basic_0123456789abcdef");
        environment.put("GINNEL_DEMO_API", "https://api.demo.example");
        try {
            var own = Files.createTempDirectory(directory, "config");
            environment.put("XDG_CONFIG_HOME", own.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PreferencesFile.in(environment)
                .write(Preferences.defaults()
                        .withLanguage(Optional.of(language.tag()))
                        .withTextPercent(textPercent));
        return environment;
    }
}
