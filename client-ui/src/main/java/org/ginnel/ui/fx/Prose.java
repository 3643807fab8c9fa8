// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

/// A text that wraps: every text of the window that may take several lines is one.
///
/// Its lines are broken by us. JavaFX 26 mis-measures lines that begin on the right when it breaks them itself, and
/// throws on some (`PrismTextLayout.computeTrailingSpaceWidth`); and it parts a number from its unit.
final class Prose extends Label {
    Prose() {
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ProseSkin(this);
    }
}
