// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.theme;

import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A set of colours.
public enum Theme {
    LIGHT("light.css"),
    DARK("dark.css");

    private final String file;

    Theme(String file) {
        this.file = file;
    }

    /// The theme that `GINNEL_THEME` names; empty when the system decides.
    public static Optional<Theme> named(Map<String, String> environment) {
        return switch (environment.getOrDefault("GINNEL_THEME", "").strip().toLowerCase(Locale.ROOT)) {
            case "light" -> Optional.of(LIGHT);
            case "dark" -> Optional.of(DARK);
            default -> Optional.empty();
        };
    }

    /// The style sheet with its tokens.
    public String tokens() {
        return url(file);
    }

    /// The style sheet that every theme shares; it stands in for the toolkit's own, which is never loaded.
    public static String base() {
        return url("base.css");
    }

    private static String url(String file) {
        URL url = Objects.requireNonNull(Theme.class.getResource(file), file);
        return url.toExternalForm();
    }
}
