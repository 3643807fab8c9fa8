// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.look;

import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.theme.Theme;
import org.ginnel.ui.theme.ThemedScene;

/// Keeps a scene as the user prefers it.
///
/// Used on the JavaFX thread only.
public final class Look implements AutoCloseable {
    private static final String WHOLE_FONT = "DejaVu Sans";
    private static final double TITLE = 48;

    private final Scene scene;
    private final Optional<Theme> named;
    private ThemedScene theme;
    private Optional<Theme> shown;
    private int textPercent = 100;

    /// @param named a theme that goes before what the user prefers
    public Look(Scene scene, Optional<Theme> named, Preferences preferences) {
        this.scene = scene;
        this.named = named;
        this.shown = theme(preferences);
        this.theme = ThemedScene.of(scene, shown);
        apply(preferences);
    }

    /// As high as is wanted, or as the screen has room for beside its panels and a window's title.
    public static double height(double wanted) {
        return Math.min(wanted, Screen.getPrimary().getVisualBounds().getHeight() - TITLE);
    }

    /// From now on the scene looks like that.
    ///
    /// @return whether text is of another size now
    public boolean apply(Preferences preferences) {
        var wanted = theme(preferences);
        if (!wanted.equals(shown)) {
            theme.close();
            shown = wanted;
            theme = ThemedScene.of(scene, wanted);
        }
        var resized = preferences.textPercent() != textPercent;
        textPercent = preferences.textPercent();
        scene.setUserAgentStylesheet(TextScale.url(Theme.base(), textPercent));
        return resized;
    }

    /// Lets lines begin on that side. To be called whenever the scene has another root.
    public void direct(boolean rightToLeft) {
        scene.setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        // JavaFX 26 mixes up the parts of a right-to-left line that come from several fonts: one that has Arabic, Latin
        // and signs keeps them in order.
        var whole = rightToLeft && Font.getFamilies().contains(WHOLE_FONT);
        scene.getRoot().setStyle(whole ? "-fx-font-family: '" + WHOLE_FONT + "';" : "");
    }

    private Optional<Theme> theme(Preferences preferences) {
        return named.or(() -> switch (preferences.appearance()) {
            case SYSTEM -> Optional.empty();
            case LIGHT -> Optional.of(Theme.LIGHT);
            case DARK -> Optional.of(Theme.DARK);
        });
    }

    @Override
    public void close() {
        theme.close();
    }
}
