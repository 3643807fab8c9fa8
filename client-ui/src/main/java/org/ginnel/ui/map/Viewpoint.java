// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

/// Which part of the map is seen, and how large. There is always a place on the map in the middle.
///
/// @param x what is in the middle, as [NaturalEarth] counts
/// @param y as `x`
/// @param zoom 1 shows the whole world, [#CLOSEST] a country
public record Viewpoint(double x, double y, double zoom) {
    /// The largest zoom.
    public static final double CLOSEST = 24;

    /// The inhabited north is where most servers are, and most people.
    private static final double NORTH = -0.22;

    private static final double EAST = 0.1;

    public Viewpoint {
        zoom = Math.clamp(zoom, 1, CLOSEST);
        x = Math.clamp(x, -NaturalEarth.HALF_WIDTH, NaturalEarth.HALF_WIDTH);
        y = Math.clamp(y, -NaturalEarth.HALF_HEIGHT, NaturalEarth.HALF_HEIGHT);
    }

    /// The whole world.
    public static Viewpoint world() {
        return new Viewpoint(EAST, NORTH, 1);
    }

    /// How many pixels one radius of the globe takes in a window of that size.
    public double scale(double width, double height) {
        return zoom * Math.max(width / (2 * NaturalEarth.HALF_WIDTH), height / (2 * NaturalEarth.HALF_HEIGHT) * 0.42);
    }

    /// Moves the map by so many pixels.
    public Viewpoint pannedBy(double dx, double dy, double scale) {
        return new Viewpoint(x - dx / scale, y - dy / scale, zoom);
    }

    /// Zooms so that what is at that place of the window stays there.
    ///
    /// @param factor above 1 comes closer
    /// @param fromMiddleX pixels to the right of the window's middle
    /// @param fromMiddleY pixels below it
    /// @param scale as it is before
    public Viewpoint zoomedBy(double factor, double fromMiddleX, double fromMiddleY, double scale) {
        var next = Math.clamp(zoom * factor, 1, CLOSEST);
        var applied = next / zoom;
        return new Viewpoint(
                x + fromMiddleX / scale * (1 - 1 / applied), y + fromMiddleY / scale * (1 - 1 / applied), next);
    }

    /// Looks at that place, no farther than now.
    public Viewpoint at(NaturalEarth.Spot spot, double atLeast) {
        return new Viewpoint(spot.x(), spot.y(), Math.max(zoom, atLeast));
    }
}
