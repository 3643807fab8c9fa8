// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// What panels call on an icon, as freedesktop.org's StatusNotifierItem has it. Coordinates are hints we have no use
/// for.
@DBusInterfaceName("org.kde.StatusNotifierItem")
public interface StatusNotifierItem extends DBusInterface {
    /// A left click.
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /// A middle click.
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /// A right click, where the panel does not show the menu itself.
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    /// The wheel over the icon.
    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /// Wayland: the right to raise a window, given just before a click.
    @DBusMemberName("ProvideXdgActivationToken")
    void provideXdgActivationToken(String token);

    /// The pixels changed.
    class NewIcon extends DBusSignal {
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /// The pixels shown while attention is wanted changed.
    class NewAttentionIcon extends DBusSignal {
        public NewAttentionIcon(String path) throws DBusException {
            super(path);
        }
    }

    /// The tooltip changed.
    class NewToolTip extends DBusSignal {
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }

    /// Whether attention is wanted changed.
    class NewStatus extends DBusSignal {
        private final String status;

        public NewStatus(String path, String status) throws DBusException {
            super(path, status);
            this.status = status;
        }

        /// `Active` or `NeedsAttention`.
        public String status() {
            return status;
        }
    }
}
