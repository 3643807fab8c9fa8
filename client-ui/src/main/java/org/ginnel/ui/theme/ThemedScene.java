// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.theme;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/// Keeps a scene in the theme that the user named, else in the system's, also when that changes.
public final class ThemedScene implements AutoCloseable {
    private final Scene scene;
    private final ChangeListener<ColorScheme> follower = (_, _, scheme) -> apply(theme(scheme));

    private ThemedScene(Scene scene) {
        this.scene = scene;
    }

    /// Themes the scene from now on.
    ///
    /// @param named the user's choice; the system decides when empty
    public static ThemedScene of(Scene scene, Optional<Theme> named) {
        var themed = new ThemedScene(scene);
        scene.setUserAgentStylesheet(Theme.base());
        if (named.isPresent()) {
            themed.apply(named.get());
        } else {
            var scheme = Platform.getPreferences().colorSchemeProperty();
            scheme.addListener(themed.follower);
            themed.apply(theme(scheme.get()));
        }
        return themed;
    }

    private static Theme theme(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private void apply(Theme theme) {
        scene.getStylesheets().setAll(theme.tokens());
    }

    /// Stops following the system.
    @Override
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(follower);
    }
}
