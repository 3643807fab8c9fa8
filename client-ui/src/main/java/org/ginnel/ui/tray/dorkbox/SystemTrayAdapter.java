// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.dorkbox;

import dorkbox.systemTray.Entry;
import dorkbox.systemTray.MenuItem;
import dorkbox.systemTray.Separator;
import dorkbox.systemTray.SystemTray;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.TrayItem;
import org.ginnel.ui.tray.TrayMenu;
import org.ginnel.ui.tray.TrayOpener;
import org.ginnel.ui.tray.icon.Pixmap;

/// Our menu in dorkbox's words. Reached through [DorkboxTray] only.
final class SystemTrayAdapter implements Tray {
    private final SystemTray tray;
    private final boolean x11;
    private final Consumer<TrayAction> onAction;
    private List<TrayItem> shown = List.of();
    private volatile boolean closed;

    private SystemTrayAdapter(SystemTray tray, boolean x11, Consumer<TrayAction> onAction) {
        this.tray = tray;
        this.x11 = x11;
        this.onAction = onAction;
    }

    static TrayOpener.Result open(boolean x11, Consumer<TrayAction> onAction) {
        // In an X11 session its own guess loads a second GTK loop beside JavaFX's; AWT's icon needs none.
        SystemTray.FORCE_TRAY_TYPE = x11 ? SystemTray.TrayType.Swing : SystemTray.TrayType.AutoDetect;
        var tray = SystemTray.get("Ginnel");
        return tray == null
                ? new TrayOpener.Result.Unavailable("dorkbox finds no tray")
                : new TrayOpener.Result.Opened(new SystemTrayAdapter(tray, x11, onAction));
    }

    @Override
    public synchronized void show(TrayMenu menu) {
        if (closed) {
            return;
        }
        tray.setImage(image(menu.icon(), tray.getTrayImageSize()));
        if (!x11) {
            tray.setTooltip(menu.status());
        }
        if (!menu.items().equals(shown)) {
            var entries = tray.getMenu();
            List.copyOf(entries.getEntries()).forEach(entries::remove);
            menu.items().forEach(item -> entries.add(entry(item)));
            shown = menu.items();
        }
    }

    @Override
    public boolean isVisible() {
        return !closed;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            tray.shutdown();
        }
    }

    private Entry entry(TrayItem item) {
        return switch (item) {
            case TrayItem.Label(var text) -> {
                var entry = new MenuItem(text);
                entry.setEnabled(false);
                yield entry;
            }
            case TrayItem.Command(var _, var text, var action) -> new MenuItem(text, _ -> onAction.accept(action));
            case TrayItem.Divider() -> new Separator();
        };
    }

    private static BufferedImage image(TrayIcon icon, int size) {
        var pixmap = Pixmap.of(icon, Math.clamp(size, 16, 256));
        var image = new BufferedImage(pixmap.size(), pixmap.size(), BufferedImage.TYPE_INT_ARGB);
        for (var row = 0; row < pixmap.size(); row++) {
            for (var column = 0; column < pixmap.size(); column++) {
                image.setRGB(column, row, pixmap.argb(column, row));
            }
        }
        return image;
    }
}
