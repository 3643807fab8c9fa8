// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.dorkbox;

import java.awt.GraphicsEnvironment;
import java.util.function.Consumer;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayOpener;

/// Opens the tray where no StatusNotifierItem is to be had.
public final class SystemTrayOpener implements TrayOpener {
    private final boolean x11;

    private SystemTrayOpener(boolean x11) {
        this.x11 = x11;
    }

    /// macOS and Windows.
    public static TrayOpener ofTheSystem() {
        return new SystemTrayOpener(false);
    }

    /// An X11 panel that embeds icons the old way (XEmbed).
    public static TrayOpener ofX11() {
        return new SystemTrayOpener(true);
    }

    @Override
    public Result open(Consumer<TrayAction> onAction) {
        if (GraphicsEnvironment.isHeadless()) {
            return new Result.Unavailable("no display");
        }
        // Asked of AWT and not of dorkbox, which shows an icon nobody sees rather than say no.
        if (x11 && !java.awt.SystemTray.isSupported()) {
            return new Result.Unavailable("the X11 panel embeds no icons");
        }
        return DorkboxTray.open(x11, onAction);
    }
}
