// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayMenu;

/// An icon on the user's D-Bus, registered with every watcher that comes by for as long as it lives.
///
/// It registers when the first menu is shown, so that a panel never draws an icon that means nothing yet.
final class StatusNotifierTray implements Tray {
    private final DBusConnection bus;
    private final ItemObject item;
    private final MenuObject menu;
    private final Watcher watcher;
    private Optional<TrayMenu> shown = Optional.empty();
    private boolean closed;

    private StatusNotifierTray(DBusConnection bus, Consumer<TrayAction> onAction) {
        this.bus = bus;
        item = new ItemObject(onAction);
        menu = new MenuObject(onAction);
        var name = bus.getUniqueName();
        var number = name.substring(name.lastIndexOf('.') + 1);
        watcher = new Watcher(
                bus, "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-" + number);
    }

    /// Takes over `bus` and closes it with the tray.
    static StatusNotifierTray on(DBusConnection bus, Consumer<TrayAction> onAction) throws DBusException {
        var tray = new StatusNotifierTray(bus, onAction);
        bus.exportObject(MenuObject.PATH, tray.menu);
        bus.exportObject(ItemObject.PATH, tray.item);
        tray.watcher.follow();
        return tray;
    }

    @Override
    public synchronized void show(TrayMenu next) {
        if (closed) {
            return;
        }
        var before = menu.rows();
        menu.set(before.with(next.items()));
        item.set(next);
        var last = shown;
        shown = Optional.of(next);
        try {
            if (last.isEmpty()) {
                watcher.register();
            } else {
                announce(last.get(), next);
                announce(before, menu.rows());
            }
        } catch (DBusException failure) {
            throw new IllegalStateException("the session bus refuses our signals", failure);
        }
    }

    @Override
    public boolean isVisible() {
        return bus.isConnected() && watcher.shows();
    }

    @Override
    public synchronized void close() {
        closed = true;
        bus.disconnect();
    }

    private void announce(TrayMenu before, TrayMenu now) throws DBusException {
        if (before.icon() != now.icon()) {
            send(new StatusNotifierItem.NewIcon(ItemObject.PATH));
            send(new StatusNotifierItem.NewAttentionIcon(ItemObject.PATH));
            send(new StatusNotifierItem.NewStatus(ItemObject.PATH, ItemObject.status(now.icon())));
        }
        if (!before.status().equals(now.status())) {
            send(new StatusNotifierItem.NewToolTip(ItemObject.PATH));
        }
    }

    private void announce(MenuRows before, MenuRows now) throws DBusException {
        if (before.revision() != now.revision()) {
            send(new DbusMenu.LayoutUpdated(MenuObject.PATH, new UInt32(now.revision()), 0));
        }
        // Also then: of lines that stay, GNOME reads nothing anew.
        var changed = now.changedSince(before).stream()
                .map(row -> new MenuProperties(row.id(), row.properties(List.of())))
                .toList();
        if (!changed.isEmpty()) {
            send(new DbusMenu.ItemsPropertiesUpdated(MenuObject.PATH, changed, List.of()));
        }
    }

    private void send(DBusSignal signal) {
        bus.sendMessage(signal);
    }
}
