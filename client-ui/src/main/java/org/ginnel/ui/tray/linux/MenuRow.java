// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.tray.TrayItem;

/// A line of the menu under the number that panels know it by.
record MenuRow(int id, TrayItem item) {
    private static final Variant<?> YES = new Variant<>(true);
    private static final Variant<?> NO = new Variant<>(false);

    /// @param names which to tell, empty for all
    Map<String, Variant<?>> properties(List<String> names) {
        var all = new HashMap<>(all());
        if (!names.isEmpty()) {
            all.keySet().retainAll(names);
        }
        return all;
    }

    private Map<String, Variant<?>> all() {
        return switch (item) {
            case TrayItem.Label(var text) -> Map.of("label", label(text), "enabled", NO, "visible", YES);
            case TrayItem.Command(var _, var text, var _) ->
                Map.of("label", label(text), "enabled", YES, "visible", YES);
            case TrayItem.Divider() -> Map.of("type", new Variant<>("separator"), "visible", YES);
        };
    }

    /// One underscore marks an access key, two are an underscore.
    private static Variant<?> label(String text) {
        return new Variant<>(text.replace("_", "__"));
    }
}
