// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import com.sun.glass.ui.Application;

/// Tells the desktop whose windows these are.
public final class DesktopName {
    /// Name of the installed desktop entry and of its icon: by it a desktop knows whose settings, name and picture
    /// these are.
    public static final String APPLICATION = "org.ginnel.Ginnel";

    private DesktopName() {}

    /// Gives every window from now on that class (`WM_CLASS`), without which the desktop calls it `java`. Called on the
    /// JavaFX thread, before there is a window.
    ///
    /// @throws LinkageError where JavaFX is closed to us
    public static void claim() {
        Application.GetApplication().setName(APPLICATION);
    }
}
