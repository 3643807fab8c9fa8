// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;

/// A text field whose caret stands still. One that blinks is the only thing here that would move by itself, and the
/// toolkit draws sixty times a second for it.
public class SteadyField extends TextField {
    @Override
    protected Skin<?> createDefaultSkin() {
        return new Steady(this);
    }

    /// What such a field looks like.
    public static class Steady extends TextFieldSkin {
        /// @param field that it is the looks of
        public Steady(TextField field) {
            super(field);
        }

        /// The toolkit asks for it whenever the field has the keyboard.
        @Override
        public void setCaretAnimating(boolean wanted) {
            super.setCaretAnimating(false);
        }
    }
}
