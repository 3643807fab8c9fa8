// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

/// What an item looks like: `(ia{sv})`.
public final class MenuProperties extends Struct {
    @Position(0)
    private final int id;

    @Position(1)
    private final Map<String, Variant<?>> properties;

    public MenuProperties(int id, Map<String, Variant<?>> properties) {
        this.id = id;
        this.properties = Map.copyOf(properties);
    }

    public int id() {
        return id;
    }

    public Map<String, Variant<?>> properties() {
        return properties;
    }
}
