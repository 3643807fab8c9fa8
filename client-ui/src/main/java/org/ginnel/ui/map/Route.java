// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.util.ArrayList;
import java.util.List;

/// The shortest way over the globe from one place to another, as points to draw.
public final class Route {
    private static final int PIECES = 48;

    /// The way in pieces: more than one where it leaves the map on one side and comes back on the other.
    public static List<List<NaturalEarth.Spot>> between(Place from, Place to) {
        var pieces = new ArrayList<List<NaturalEarth.Spot>>();
        var piece = new ArrayList<NaturalEarth.Spot>();
        var before = from;
        for (var i = 0; i <= PIECES; i++) {
            var at = along(from, to, (double) i / PIECES);
            if (Math.abs(at.longitude() - before.longitude()) > 180) {
                pieces.add(List.copyOf(piece));
                piece.clear();
            }
            piece.add(NaturalEarth.project(at.latitude(), at.longitude()));
            before = at;
        }
        pieces.add(List.copyOf(piece));
        return pieces;
    }

    /// Spherical interpolation; for places opposite each other, where every way is as short, over the pole.
    private static Place along(Place from, Place to, double share) {
        double[] a = from.vector();
        double[] b = to.vector();
        var angle = Math.acos(Math.clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1, 1));
        if (angle < 1e-6) {
            return to;
        }
        if (Math.PI - angle < 1e-3) {
            return share < 0.5
                    ? new Place(from.latitude() + (90 - from.latitude()) * share * 2, from.longitude())
                    : new Place(90 + (to.latitude() - 90) * (share * 2 - 1), to.longitude());
        }
        var left = Math.sin((1 - share) * angle) / Math.sin(angle);
        var right = Math.sin(share * angle) / Math.sin(angle);
        var x = left * a[0] + right * b[0];
        var y = left * a[1] + right * b[1];
        var z = left * a[2] + right * b[2];
        return new Place(Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
    }

    /// A place on the globe, in degrees.
    public record Place(double latitude, double longitude) {
        private double[] vector() {
            var phi = Math.toRadians(latitude);
            var lambda = Math.toRadians(longitude);
            return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
        }
    }

    private Route() {}
}
