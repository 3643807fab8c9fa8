// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.settings.Setting;

/// What a command does to the window itself. Used on the window's thread only.
public interface Hands {
    /// Shows that screen.
    void goTo(Tab tab);

    /// Whether that can be set here.
    boolean has(Setting setting);

    /// Shows where that is set, and nothing else.
    void find(Setting setting);

    /// Gives the window those colours.
    void colour(Appearance appearance);

    /// Puts that on the clipboard.
    void copy(String text);

    /// Ends the window. The tunnel stays as it is.
    void quit();
}
