// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu that a panel draws: libdbusmenu's interface, of which the specification is its `dbus-menu.xml`.
@DBusInterfaceName("com.canonical.dbusmenu")
public interface DbusMenu extends DBusInterface {
    /// The menu below an item.
    ///
    /// @param parentId 0 for the whole menu
    /// @param recursionDepth how many levels below it, -1 for all
    /// @param propertyNames empty for all
    @DBusMemberName("GetLayout")
    MenuPair<UInt32, MenuNode> getLayout(int parentId, int recursionDepth, List<String> propertyNames);

    /// What items look like.
    ///
    /// @param ids empty for all
    @DBusMemberName("GetGroupProperties")
    List<MenuProperties> getGroupProperties(List<Integer> ids, List<String> propertyNames);

    @DBusMemberName("GetProperty")
    Variant<?> getProperty(int id, String name);

    /// Something happened to an item.
    ///
    /// @param eventId `clicked`, `hovered`, `opened`, `closed`
    @DBusMemberName("Event")
    void event(int id, String eventId, Variant<?> data, UInt32 timestamp);

    /// Answers with the ids that do not exist.
    @DBusMemberName("EventGroup")
    List<Integer> eventGroup(List<MenuEvent> events);

    /// Answers whether the layout must be asked for again first; ours is always announced, so never.
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);

    @DBusMemberName("AboutToShowGroup")
    MenuPair<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

    /// Items came, went or moved.
    class LayoutUpdated extends DBusSignal {
        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
        }
    }

    /// Items look different, but are the same ones in the same order.
    class ItemsPropertiesUpdated extends DBusSignal {
        private final List<MenuProperties> updated;

        public ItemsPropertiesUpdated(String path, List<MenuProperties> updated, List<MenuPropertyNames> removed)
                throws DBusException {
            super(path, updated, removed);
            this.updated = List.copyOf(updated);
        }

        public List<MenuProperties> updated() {
            return updated;
        }
    }
}
