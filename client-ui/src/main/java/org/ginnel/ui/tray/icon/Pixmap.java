// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.icon;

import java.nio.ByteBuffer;
import org.ginnel.ui.tray.TrayIcon;

/// An icon as pixels: white shapes with a dark edge, so that it reads on light and on dark panels.
public final class Pixmap {
    private static final int LIGHT = 0xfafafa;
    private static final int DARK = 0x202020;
    private static final double DARK_OPACITY = 0.9;

    private final int size;
    private final int[] argb;

    private Pixmap(int size, int[] argb) {
        this.size = size;
        this.argb = argb;
    }

    /// Draws `icon` on a square of `size` pixels, 8 to 512.
    public static Pixmap of(TrayIcon icon, int size) {
        if (size < 8 || size > 512) {
            throw new IllegalArgumentException("an icon has 8 to 512 pixels a side");
        }
        var glyph = Glyph.of(icon);
        var scale = size / Glyph.GRID;
        var argb = new int[size * size];
        for (var row = 0; row < size; row++) {
            for (var column = 0; column < size; column++) {
                argb[row * size + column] = colour(glyph, (column + 0.5) / scale, (row + 0.5) / scale, scale);
            }
        }
        return new Pixmap(size, argb);
    }

    /// Pixels a side.
    public int size() {
        return size;
    }

    /// The pixel as `0xAARRGGBB`, not premultiplied.
    public int argb(int column, int row) {
        return argb[row * size + column];
    }

    /// All pixels row by row, four bytes each in the order A, R, G, B: what StatusNotifierItem calls ARGB32.
    public byte[] networkOrder() {
        var bytes = ByteBuffer.allocate(4 * argb.length);
        bytes.asIntBuffer().put(argb);
        return bytes.array();
    }

    private static int colour(Glyph glyph, double x, double y, double scale) {
        var light = covered(glyph.light().at(x, y), scale);
        var dark = covered(glyph.dark().at(x, y), scale) * DARK_OPACITY * (1 - light);
        var alpha = light + dark;
        if (alpha < 1 / 512.0) {
            return 0;
        }
        var share = light / alpha;
        return channel(alpha * 255) << 24 | mix(share, 16) << 16 | mix(share, 8) << 8 | mix(share, 0);
    }

    /// How much of a pixel lies inside an edge at this distance from its centre.
    private static double covered(double distance, double scale) {
        return Math.clamp(0.5 - distance * scale, 0.0, 1.0);
    }

    private static int mix(double share, int shift) {
        return channel(share * (LIGHT >> shift & 0xff) + (1 - share) * (DARK >> shift & 0xff));
    }

    private static int channel(double value) {
        return (int) Math.round(value);
    }
}
