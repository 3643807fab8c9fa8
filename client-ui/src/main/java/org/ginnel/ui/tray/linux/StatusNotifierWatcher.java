// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Where icons report themselves so that panels find them.
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {
    /// Its bus name and its interface.
    String NAME = "org.kde.StatusNotifierWatcher";

    /// Where it stands.
    String PATH = "/StatusNotifierWatcher";

    /// An icon reports itself.
    ///
    /// @param service the bus name of the icon
    @DBusMemberName("RegisterStatusNotifierItem")
    void registerStatusNotifierItem(String service);

    /// The first panel that shows icons came.
    class StatusNotifierHostRegistered extends DBusSignal {
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /// The last panel that shows icons went.
    class StatusNotifierHostUnregistered extends DBusSignal {
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
