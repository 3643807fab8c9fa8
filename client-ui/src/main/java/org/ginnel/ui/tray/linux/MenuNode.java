// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

/// An item with what lies below it: `(ia{sv}av)`.
public final class MenuNode extends Struct {
    static final String SIGNATURE = "(ia{sv}av)";

    @Position(0)
    private final int id;

    @Position(1)
    private final Map<String, Variant<?>> properties;

    @Position(2)
    private final List<Variant<?>> children;

    public MenuNode(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
        this.id = id;
        this.properties = Map.copyOf(properties);
        this.children = List.copyOf(children);
    }

    public int id() {
        return id;
    }

    public Map<String, Variant<?>> properties() {
        return properties;
    }

    public List<Variant<?>> children() {
        return children;
    }
}
