// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import java.util.stream.IntStream;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.icon.Pixmap;

/// One size of an icon: `(iiay)`, ARGB32 in network order.
public final class IconPixels extends Struct {
    /// What panels ask for: 16 to 24 pixels at normal density, the rest at higher ones. They scale the nearest.
    private static final int[] SIZES = {16, 22, 24, 32, 44, 48};

    @Position(0)
    private final int width;

    @Position(1)
    private final int height;

    @Position(2)
    private final byte[] argb;

    public IconPixels(int width, int height, byte[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb.clone();
    }

    /// All sizes of `icon` as the property wants them.
    static Variant<?> of(TrayIcon icon) {
        var sizes = IntStream.of(SIZES)
                .mapToObj(
                        size -> new IconPixels(size, size, Pixmap.of(icon, size).networkOrder()))
                .toList();
        return new Variant<>(sizes, "a(iiay)");
    }

    static Variant<?> none() {
        return new Variant<>(List.<IconPixels>of(), "a(iiay)");
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] argb() {
        return argb.clone();
    }
}
