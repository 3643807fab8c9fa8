// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

/// The Natural Earth projection (Šavrič, Patterson and Jenny, 2011): a compromise that keeps the world's familiar
/// shape, neither an area nor an angle.
///
/// Coordinates run to the right and down, in radii of the globe: x from -2.74 to 2.74, y from -1.43 to 1.43.
public final class NaturalEarth {
    /// Half the width of the map.
    public static final double HALF_WIDTH = 0.8707 * Math.PI;
    /// Half its height.
    public static final double HALF_HEIGHT = 1.42239;

    /// Where a point of the globe lies on the map.
    ///
    /// @param latitude in degrees, -90 to 90
    /// @param longitude in degrees, -180 to 180
    public static Spot project(double latitude, double longitude) {
        var phi = Math.toRadians(latitude);
        var lambda = Math.toRadians(longitude);
        var p2 = phi * phi;
        var p4 = p2 * p2;
        var x = lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
        var y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
        return new Spot(x, -y);
    }

    /// A place on the map.
    public record Spot(double x, double y) {}

    private NaturalEarth() {}
}
