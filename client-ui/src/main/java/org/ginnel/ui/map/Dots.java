// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.map.MapScreen.Dot;

/// The dots of a map as they stand in the window: those that would cover each other are one.
///
/// @param spots in the order of drawing, the most important last
public record Dots(List<Spot> spots) {
    private static final double CELL = 16;
    private static final double REACH = 14;

    public Dots {
        spots = List.copyOf(spots);
    }

    /// One or more servers at one place of the window.
    ///
    /// @param dot the most important of them
    /// @param count how many they are
    public record Spot(Dot dot, int count, double x, double y) {}

    /// The dots that are in sight.
    ///
    /// @param scale pixels for a radius of the globe, see [Viewpoint#scale]
    public static Dots of(List<Dot> dots, Viewpoint view, double scale, double width, double height) {
        Map<Long, Spot> cells = new HashMap<>();
        for (var dot : dots) {
            var at = NaturalEarth.project(dot.place().latitude(), dot.place().longitude());
            var x = width / 2 + (at.x() - view.x()) * scale;
            var y = height / 2 + (at.y() - view.y()) * scale;
            if (x < -CELL || y < -CELL || x > width + CELL || y > height + CELL) {
                continue;
            }
            var cell = (Math.round(x / CELL) << 32) ^ (Math.round(y / CELL) & 0xffffffffL);
            cells.merge(cell, new Spot(dot, 1, x, y), Dots::together);
        }
        var sorted = new ArrayList<>(cells.values());
        sorted.sort(Comparator.comparing((Spot spot) -> spot.dot().tone())
                .thenComparing(spot -> spot.dot().serverId()));
        return new Dots(sorted);
    }

    private static Spot together(Spot one, Spot other) {
        var first = one.dot().tone().compareTo(other.dot().tone()) >= 0 ? one : other;
        return new Spot(first.dot(), one.count() + other.count(), first.x(), first.y());
    }

    /// What stands at that place of the window, or close to it.
    public Optional<Spot> at(double x, double y) {
        return spots.stream()
                .filter(spot -> Math.hypot(spot.x() - x, spot.y() - y) <= REACH)
                .min(Comparator.comparingDouble(spot -> Math.hypot(spot.x() - x, spot.y() - y)));
    }
}
