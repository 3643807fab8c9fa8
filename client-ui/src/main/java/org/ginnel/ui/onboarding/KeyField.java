// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Skin;
import org.ginnel.ui.fx.SteadyField;

/// A text field that shows dots for what it holds until it is told to reveal it.
final class KeyField extends SteadyField {
    private final BooleanProperty revealed = new SimpleBooleanProperty(this, "revealed", false);

    /// Shows what is held, or dots.
    void reveal(boolean reveal) {
        var text = getText();
        var caret = getCaretPosition();
        revealed.set(reveal);
        setText("");
        setText(text);
        positionCaret(caret);
    }

    boolean isRevealed() {
        return revealed.get();
    }

    /// What is hidden must not leave by the clipboard either.
    @Override
    public void copy() {
        if (isRevealed()) {
            super.copy();
        }
    }

    @Override
    public void cut() {
        if (isRevealed()) {
            super.cut();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Dots(this);
    }

    private static final class Dots extends Steady {
        Dots(KeyField field) {
            super(field);
        }

        @Override
        protected String maskText(String text) {
            // The toolkit asks while its own constructor runs, before this class has fields.
            return getSkinnable() instanceof KeyField field && field.isRevealed()
                    ? text
                    : "\u2022".repeat(text.length());
        }
    }
}
