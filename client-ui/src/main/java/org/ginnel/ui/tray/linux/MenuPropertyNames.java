// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// What an item no longer says about itself: `(ias)`. We never take anything back, so only the signature needs it.
public final class MenuPropertyNames extends Struct {
    @Position(0)
    private final int id;

    @Position(1)
    private final List<String> names;

    public MenuPropertyNames(int id, List<String> names) {
        this.id = id;
        this.names = List.copyOf(names);
    }

    public int id() {
        return id;
    }

    public List<String> names() {
        return names;
    }
}
