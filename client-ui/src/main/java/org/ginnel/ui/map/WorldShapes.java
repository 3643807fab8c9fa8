// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The outlines of land and the borders between countries, projected. Read once from a resource of our own, which
/// `src/data/make-data.mjs` makes.
///
/// @param land closed outlines
/// @param borders open lines
public record WorldShapes(List<Line> land, List<Line> borders) {
    private static final double STEPS_PER_DEGREE = 20;

    public WorldShapes {
        land = List.copyOf(land);
        borders = List.copyOf(borders);
    }

    /// A line through projected points, and the box it fits in. The arrays are not to be written to.
    @SuppressWarnings("ArrayRecordComponent") // half a million numbers, drawn as they are and never compared
    public record Line(double[] xs, double[] ys, Box box) {}

    /// A rectangle of the map.
    public record Box(double left, double top, double right, double bottom) {
        /// Whether the two have a point in common.
        public boolean meets(Box other) {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }
    }

    /// Reads them.
    public static WorldShapes load() {
        try (var in = Objects.requireNonNull(WorldShapes.class.getResourceAsStream("world.bin"))) {
            var numbers = new Numbers(in.readAllBytes());
            return new WorldShapes(numbers.lines(), numbers.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("world.bin is not readable", e);
        }
    }

    /// Zigzag varints.
    private static final class Numbers {
        private final byte[] bytes;
        private int at;

        Numbers(byte[] bytes) {
            this.bytes = bytes;
        }

        int next() {
            var value = 0;
            for (var shift = 0; ; shift += 7) {
                var part = bytes[at++];
                value |= (part & 127) << shift;
                if (part >= 0) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
        }

        List<Line> lines() {
            var count = next();
            var lines = new ArrayList<Line>(count);
            for (var i = 0; i < count; i++) {
                lines.add(line(next()));
            }
            return lines;
        }

        private Line line(int points) {
            var xs = new double[points];
            var ys = new double[points];
            var longitude = 0;
            var latitude = 0;
            var box = new Box(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);
            for (var i = 0; i < points; i++) {
                longitude += next();
                latitude += next();
                var spot = NaturalEarth.project(latitude / STEPS_PER_DEGREE, longitude / STEPS_PER_DEGREE);
                xs[i] = spot.x();
                ys[i] = spot.y();
                box = new Box(
                        Math.min(box.left, xs[i]),
                        Math.min(box.top, ys[i]),
                        Math.max(box.right, xs[i]),
                        Math.max(box.bottom, ys[i]));
            }
            return new Line(xs, ys, box);
        }
    }
}
