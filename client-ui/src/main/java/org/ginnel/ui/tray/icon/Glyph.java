// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.icon;

import org.ginnel.ui.tray.TrayIcon;

/// What each icon looks like: a ginnel's arch, told apart by shape alone, so that colour is never needed.
///
/// @param light what is white
/// @param dark what is dark besides the edge round the white
record Glyph(Shape light, Shape dark) {
    /// Width of the grid the shapes are drawn on; 22 is the size panels ask for most.
    static final double GRID = 22;

    private static final double EDGE = 1.25;
    private static final Shape NOTHING = (x, y) -> GRID;
    private static final Shape WALL = arch(4, 2, 18, 20);
    private static final Shape PASSAGE = WALL.without(arch(7.5, 5.5, 14.5, 3 * GRID));

    static Glyph of(TrayIcon icon) {
        return switch (icon) {
            case OPEN -> drawn(PASSAGE, NOTHING);
            case CHANGING -> drawn(WALL, dots());
            case PROTECTED -> drawn(WALL, check());
            case LOCKED -> drawn(WALL, keyhole());
            case PAUSED -> drawn(arch(4, 2.5, 8.8, 20).or(arch(13.2, 2.5, 18, 20)), NOTHING);
            case BLOCKED -> drawn(Shape.circle(11, 11, 9), Shape.box(6, 9.2, 16, 12.8));
            case EXPOSED -> drawn(triangle(), exclamation());
            case UNKNOWN -> drawn(PASSAGE.without(slash(5)).or(slash(2.4)), NOTHING);
        };
    }

    private static Glyph drawn(Shape light, Shape mark) {
        return new Glyph(light.without(mark), light.grown(EDGE).or(mark));
    }

    /// A round-topped doorway of infinite depth, cut off at `bottom`.
    private static Shape arch(double left, double top, double right, double bottom) {
        var middle = (left + right) / 2;
        var width = right - left;
        return Shape.line(middle, top + width / 2, middle, 4 * GRID, width).and((x, y) -> y - bottom);
    }

    private static Shape dots() {
        return Shape.circle(7.2, 11.5, 1.3).or(Shape.circle(11, 11.5, 1.3)).or(Shape.circle(14.8, 11.5, 1.3));
    }

    private static Shape check() {
        return Shape.line(7.4, 11.4, 10, 14.2, 2.4).or(Shape.line(10, 14.2, 14.6, 7.8, 2.4));
    }

    private static Shape keyhole() {
        return Shape.circle(11, 9.6, 2.4).or(Shape.line(11, 10, 11, 15, 2.4));
    }

    private static Shape triangle() {
        return Shape.rightOf(4.4, 18, 11, 5.3)
                .and(Shape.rightOf(11, 5.3, 17.6, 18))
                .and(Shape.rightOf(17.6, 18, 4.4, 18))
                .grown(0.9);
    }

    private static Shape exclamation() {
        return Shape.line(11, 8.8, 11, 12.4, 2.4).or(Shape.circle(11, 15.9, 1.4));
    }

    private static Shape slash(double width) {
        return Shape.line(3, 19, 19, 3, width);
    }
}
