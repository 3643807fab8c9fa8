// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What desktops show announcements by: the Desktop Notifications Specification, 1.2.
@DBusInterfaceName(Notifications.NAME)
public interface Notifications extends DBusInterface {
    /// Its bus name and its interface.
    String NAME = "org.freedesktop.Notifications";

    /// Where it stands.
    String PATH = "/org/freedesktop/Notifications";

    /// Shows one and answers its number. Not called `notify` as on the bus: dbus-java answers for every method that an
    /// object has by itself.
    ///
    /// @param replaces the number of one that it takes the place of, 0 for none
    /// @param actions pairs of an id and a label; `default` is a click on the whole
    /// @param timeout milliseconds until it goes away, -1 for what the desktop thinks right
    @DBusMemberName("Notify")
    UInt32 show(
            String application,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int timeout);

    /// What can be shown, such as `body`.
    @DBusMemberName("GetCapabilities")
    List<String> capabilities();

    /// Takes one away.
    @DBusMemberName("CloseNotification")
    void closeNotification(UInt32 id);

    /// Somebody clicked one.
    class ActionInvoked extends DBusSignal {
        private final UInt32 id;

        public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
            super(path, id, action);
            this.id = id;
        }

        /// Its number.
        public UInt32 id() {
            return id;
        }
    }
}
