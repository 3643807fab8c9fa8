// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.Variant;

/// The properties of one interface, to be read but not written.
record PropertyTable(String interfaceName, Map<String, Variant<?>> values) {
    PropertyTable {
        values = Map.copyOf(values);
    }

    Variant<?> get(String askedInterface, String name) {
        var value = interfaceName.equals(askedInterface) ? values.get(name) : null;
        if (value == null) {
            throw new UnknownProperty(askedInterface + "." + name + " is not a property of this object");
        }
        return value;
    }

    Map<String, Variant<?>> getAll(String askedInterface) {
        return interfaceName.equals(askedInterface) ? values : Map.of();
    }

    static PropertyReadOnly refusal(String name) {
        return new PropertyReadOnly(name + " cannot be set");
    }
}
