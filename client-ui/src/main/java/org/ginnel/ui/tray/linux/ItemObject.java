// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.TrayMenu;

/// The icon on the bus: a left click opens the window, the menu is the panel's to draw.
final class ItemObject implements StatusNotifierItem, Properties {
    static final String PATH = "/StatusNotifierItem";

    private static final String INTERFACE = "org.kde.StatusNotifierItem";
    private static final String TITLE = "Ginnel";

    private final Consumer<TrayAction> onAction;
    private volatile PropertyTable properties = table(TrayIcon.UNKNOWN, "");

    ItemObject(Consumer<TrayAction> onAction) {
        this.onAction = onAction;
    }

    void set(TrayMenu menu) {
        properties = table(menu.icon(), menu.status());
    }

    /// Panels may tuck icons away; one that asks for attention stays in sight.
    static String status(TrayIcon icon) {
        return switch (icon) {
            case OPEN, CHANGING, PROTECTED, LOCKED, PAUSED, UNKNOWN -> "Active";
            case BLOCKED, EXPOSED -> "NeedsAttention";
        };
    }

    private static PropertyTable table(TrayIcon icon, String status) {
        var pixels = IconPixels.of(icon);
        return new PropertyTable(
                INTERFACE,
                Map.ofEntries(
                        Map.entry("Category", new Variant<>("SystemServices")),
                        Map.entry("Id", new Variant<>("org.ginnel.Ginnel")),
                        Map.entry("Title", new Variant<>(TITLE)),
                        Map.entry("Status", new Variant<>(status(icon))),
                        Map.entry("WindowId", new Variant<>(0)),
                        Map.entry("IconThemePath", new Variant<>("")),
                        Map.entry("IconName", new Variant<>("")),
                        Map.entry("IconPixmap", pixels),
                        Map.entry("OverlayIconName", new Variant<>("")),
                        Map.entry("OverlayIconPixmap", IconPixels.none()),
                        Map.entry("AttentionIconName", new Variant<>("")),
                        Map.entry("AttentionIconPixmap", pixels),
                        Map.entry("AttentionMovieName", new Variant<>("")),
                        Map.entry("IconAccessibleDesc", new Variant<>(status)),
                        Map.entry("AttentionAccessibleDesc", new Variant<>(status)),
                        Map.entry("ToolTip", ToolTip.of(TITLE, status)),
                        Map.entry("ItemIsMenu", new Variant<>(false)),
                        Map.entry("Menu", new Variant<>(new DBusPath(MenuObject.PATH)))));
    }

    @Override
    public void activate(int x, int y) {
        onAction.accept(new TrayAction.Open());
    }

    @Override
    public void secondaryActivate(int x, int y) {}

    @Override
    public void contextMenu(int x, int y) {}

    @Override
    public void scroll(int delta, String orientation) {}

    @Override
    public void provideXdgActivationToken(String token) {}

    /// dbus-java declares a type the caller picks; on the bus it is always a variant, which this is.
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String name) {
        return (A) properties.get(interfaceName, name);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return properties.getAll(interfaceName);
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        throw PropertyTable.refusal(name);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
