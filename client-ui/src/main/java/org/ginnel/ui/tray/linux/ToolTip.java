// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

/// What a panel shows when the pointer rests on the icon: `(sa(iiay)ss)`.
public final class ToolTip extends Struct {
    @Position(0)
    private final String iconName;

    @Position(1)
    private final List<IconPixels> icons;

    @Position(2)
    private final String title;

    @Position(3)
    private final String description;

    public ToolTip(String iconName, List<IconPixels> icons, String title, String description) {
        this.iconName = iconName;
        this.icons = List.copyOf(icons);
        this.title = title;
        this.description = description;
    }

    /// Panels read markup in the description, so what others named is written for them as text.
    static Variant<?> of(String title, String line) {
        var text = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return new Variant<>(new ToolTip("", List.of(), title, text), "(sa(iiay)ss)");
    }

    public String iconName() {
        return iconName;
    }

    public List<IconPixels> icons() {
        return icons;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
