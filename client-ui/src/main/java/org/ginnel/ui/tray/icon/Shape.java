// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.icon;

/// A shape as the signed distance to its edge: negative inside, positive outside, in units of the 22-unit grid.
///
/// y grows downwards. See https://iquilezles.org/articles/distfunctions2d/ for the formulas.
@FunctionalInterface
interface Shape {
    double at(double x, double y);

    static Shape circle(double centreX, double centreY, double radius) {
        return (x, y) -> Math.hypot(x - centreX, y - centreY) - radius;
    }

    static Shape box(double left, double top, double right, double bottom) {
        return (x, y) -> {
            var dx = Math.abs(x - (left + right) / 2) - (right - left) / 2;
            var dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2;
            return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
        };
    }

    /// A line with round ends.
    static Shape line(double fromX, double fromY, double toX, double toY, double width) {
        var dx = toX - fromX;
        var dy = toY - fromY;
        return (x, y) -> {
            var along = Math.clamp(((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            return Math.hypot(x - fromX - along * dx, y - fromY - along * dy) - width / 2;
        };
    }

    /// All that lies to the right of somebody who walks along the line, y being downwards.
    static Shape rightOf(double fromX, double fromY, double toX, double toY) {
        var length = Math.hypot(toX - fromX, toY - fromY);
        return (x, y) -> ((x - fromX) * (toY - fromY) - (y - fromY) * (toX - fromX)) / length;
    }

    default Shape or(Shape other) {
        return (x, y) -> Math.min(at(x, y), other.at(x, y));
    }

    default Shape and(Shape other) {
        return (x, y) -> Math.max(at(x, y), other.at(x, y));
    }

    default Shape without(Shape other) {
        return (x, y) -> Math.max(at(x, y), -other.at(x, y));
    }

    default Shape grown(double by) {
        return (x, y) -> at(x, y) - by;
    }
}
