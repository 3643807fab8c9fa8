// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.ArrayList;
import java.util.List;

/// A place on the globe, as the unit vector from its middle: distances then need no trigonometry but one arc cosine.
record Spot(double x, double y, double z) {
    private static final double EARTH_RADIUS_KM = 6371;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /// @param latitude in degrees
    /// @param longitude in degrees
    static Spot of(double latitude, double longitude) {
        var height = Math.toRadians(latitude);
        var turn = Math.toRadians(longitude);
        return new Spot(Math.cos(height) * Math.cos(turn), Math.cos(height) * Math.sin(turn), Math.sin(height));
    }

    double kilometresTo(Spot other) {
        return EARTH_RADIUS_KM * Math.acos(Math.clamp(x * other.x + y * other.y + z * other.z, -1.0, 1.0));
    }

    /// `count` spots that cover the globe evenly: a Fibonacci lattice.
    static List<Spot> everywhere(int count) {
        var spots = new ArrayList<Spot>(count);
        for (var i = 0; i < count; i++) {
            var height = 1 - 2 * (i + 0.5) / count;
            var radius = Math.sqrt(1 - height * height);
            spots.add(new Spot(Math.cos(i * GOLDEN_ANGLE) * radius, Math.sin(i * GOLDEN_ANGLE) * radius, height));
        }
        return spots;
    }

    /// `count` spots in a ring around this one.
    List<Spot> ring(double kilometres, int count) {
        var spots = new ArrayList<Spot>(count);
        // Two directions at right angles to this one and to each other; the axis least along it cannot be parallel.
        var across = Math.abs(z) < 0.9 ? new Spot(-y, x, 0).unit() : new Spot(0, -z, y).unit();
        var up = new Spot(y * across.z - z * across.y, z * across.x - x * across.z, x * across.y - y * across.x);
        var angle = kilometres / EARTH_RADIUS_KM;
        for (var i = 0; i < count; i++) {
            var a = Math.sin(angle) * Math.cos(2 * Math.PI * i / count);
            var b = Math.sin(angle) * Math.sin(2 * Math.PI * i / count);
            var c = Math.cos(angle);
            spots.add(new Spot(
                    c * x + a * across.x + b * up.x, c * y + a * across.y + b * up.y, c * z + a * across.z + b * up.z));
        }
        return spots;
    }

    private Spot unit() {
        var length = Math.sqrt(x * x + y * y + z * z);
        return new Spot(x / length, y / length, z / length);
    }
}
