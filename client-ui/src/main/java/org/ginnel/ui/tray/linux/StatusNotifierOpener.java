// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayOpener;

/// Opens the tray of desktops that have, or may yet get, a StatusNotifierWatcher.
public final class StatusNotifierOpener implements TrayOpener {
    private final String busAddress;
    private final boolean wait;

    private StatusNotifierOpener(String busAddress, boolean wait) {
        this.busAddress = busAddress;
        this.wait = wait;
    }

    /// Only where a watcher runs now.
    ///
    /// @param busAddress as in `DBUS_SESSION_BUS_ADDRESS`
    public static TrayOpener ofWatcher(String busAddress) {
        return new StatusNotifierOpener(busAddress, false);
    }

    /// Wherever there is a bus: the icon appears as soon as a watcher does. For windows that start before the panel.
    ///
    /// @param busAddress as in `DBUS_SESSION_BUS_ADDRESS`
    public static TrayOpener waitingForWatcher(String busAddress) {
        return new StatusNotifierOpener(busAddress, true);
    }

    /// One thread for each kind of message: clicks keep their order, and a tray is not worth more.
    private DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(busAddress)
                .withShared(false)
                .receivingThreadConfig()
                .withSignalThreadCount(1)
                .withErrorHandlerThreadCount(1)
                .withMethodCallThreadCount(1)
                .withMethodReturnThreadCount(1)
                .connectionConfig()
                .build();
    }

    @Override
    public Result open(Consumer<TrayAction> onAction) throws DBusException {
        var bus = connect();
        var kept = false;
        try {
            if (!wait && !Watcher.isPresent(bus)) {
                return new Result.Unavailable("nothing on the session bus shows icons");
            }
            var tray = StatusNotifierTray.on(bus, onAction);
            kept = true;
            return new Result.Opened(tray);
        } finally {
            if (!kept) {
                bus.disconnect();
            }
        }
    }
}
