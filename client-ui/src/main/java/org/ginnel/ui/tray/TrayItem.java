// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

/// One line of the tray's menu.
public sealed interface TrayItem {
    /// Text to read; it cannot be clicked.
    record Label(String text) implements TrayItem {}

    /// Text that does something when clicked.
    ///
    /// @param id unique in its menu; two menus give the same id only to items that mean the same
    record Command(String id, String text, TrayAction action) implements TrayItem {}

    /// A line between groups.
    record Divider() implements TrayItem {}
}
