// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.ginnel.ui.fx.Inks;
import org.ginnel.ui.fx.TextSize;

/// Draws a [MapScreen] on a canvas, from one [Viewpoint], at once.
final class MapPainter {
    static final List<String> INKS = List.of(
            "map-sea",
            "map-land",
            "map-border",
            "map-plain",
            "map-near",
            "map-far",
            "map-dim",
            "map-look",
            "map-try",
            "map-use",
            "map-text",
            "map-halo");
    private static final double LABELS_FROM = 2.2;
    private static final int MOST_LABELS = 40;

    private final WorldShapes world;
    private final Inks inks;
    private final TextSize textSize;
    private double[] xs = new double[256];
    private double[] ys = new double[256];

    MapPainter(WorldShapes world, Inks inks, TextSize textSize) {
        this.world = world;
        this.inks = inks;
        this.textSize = textSize;
    }

    /// @param scale pixels for a radius of the globe
    void paint(
            GraphicsContext g, MapScreen screen, Dots dots, Viewpoint view, double scale, double width, double height) {
        g.setFill(inks.of("map-sea"));
        g.fillRect(0, 0, width, height);
        var frame = new Frame(view, scale, width, height);
        g.setFill(inks.of("map-land"));
        for (var line : world.land()) {
            if (line.box().meets(frame.box())) {
                place(line, frame);
                g.fillPolygon(xs, ys, line.xs().length);
            }
        }
        g.setStroke(inks.of("map-border"));
        g.setLineWidth(0.8);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (var line : world.borders()) {
            if (line.box().meets(frame.box())) {
                place(line, frame);
                g.strokePolyline(xs, ys, line.xs().length);
            }
        }
        route(g, screen, frame);
        dots.spots().forEach(spot -> dot(g, spot));
        labels(g, dots, view);
    }

    /// What is seen of the map, and how large.
    private record Frame(double scale, double left, double top, WorldShapes.Box box) {
        Frame(Viewpoint view, double scale, double width, double height) {
            var halfWidth = width / 2 / scale;
            var halfHeight = height / 2 / scale;
            this(
                    scale,
                    view.x() - halfWidth,
                    view.y() - halfHeight,
                    new WorldShapes.Box(
                            view.x() - halfWidth, view.y() - halfHeight, view.x() + halfWidth, view.y() + halfHeight));
        }

        double x(double x) {
            return (x - left) * scale;
        }

        double y(double y) {
            return (y - top) * scale;
        }
    }

    private void place(WorldShapes.Line line, Frame frame) {
        var points = line.xs().length;
        if (points > xs.length) {
            xs = new double[points * 2];
            ys = new double[points * 2];
        }
        for (var i = 0; i < points; i++) {
            xs[i] = frame.x(line.xs()[i]);
            ys[i] = frame.y(line.ys()[i]);
        }
    }

    private void route(GraphicsContext g, MapScreen screen, Frame frame) {
        screen.home().ifPresent(home -> {
            var at = NaturalEarth.project(home.latitude(), home.longitude());
            ring(g, frame.x(at.x()), frame.y(at.y()));
        });
        if (screen.route().size() < 2) {
            return;
        }
        g.setStroke(inks.of("map-look"));
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.ROUND);
        for (var piece : Route.between(screen.route().getFirst(), screen.route().getLast())) {
            var px = piece.stream().mapToDouble(spot -> frame.x(spot.x())).toArray();
            var py = piece.stream().mapToDouble(spot -> frame.y(spot.y())).toArray();
            g.strokePolyline(px, py, px.length);
        }
    }

    private void ring(GraphicsContext g, double x, double y) {
        g.setFill(inks.of("map-halo"));
        g.fillOval(x - 6, y - 6, 12, 12);
        g.setStroke(inks.of("map-text"));
        g.setLineWidth(2);
        g.strokeOval(x - 4, y - 4, 8, 8);
    }

    private void dot(GraphicsContext g, Dots.Spot spot) {
        var radius = radius(spot);
        g.setFill(inks.of("map-halo"));
        g.fillOval(spot.x() - radius - 1.5, spot.y() - radius - 1.5, 2 * radius + 3, 2 * radius + 3);
        g.setFill(inks.of(ink(spot.dot().tone())));
        g.fillOval(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius);
    }

    private static double radius(Dots.Spot spot) {
        var base = switch (spot.dot().tone()) {
            case DIM -> 3;
            case PLAIN, NEAR, FAR -> 4.5;
            case LOOKED_AT, TRYING, IN_USE -> 7;
        };
        return base + Math.min(3, Math.log(spot.count()) * 0.9);
    }

    private static String ink(MapScreen.Tone tone) {
        return switch (tone) {
            case DIM -> "map-dim";
            case PLAIN -> "map-plain";
            case NEAR -> "map-near";
            case FAR -> "map-far";
            case LOOKED_AT -> "map-look";
            case TRYING -> "map-try";
            case IN_USE -> "map-use";
        };
    }

    private static double width(String name, Font font) {
        var text = new Text(name);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// The most important first; a label that would touch another is left out.
    private void labels(GraphicsContext g, Dots dots, Viewpoint view) {
        var font = Font.font(textSize.grown(12));
        var height = textSize.grown(18);
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        List<Bounds> taken = new ArrayList<>();
        for (var spot : dots.spots().reversed()) {
            var important = spot.dot().tone().compareTo(MapScreen.Tone.LOOKED_AT) >= 0;
            if (taken.size() >= MOST_LABELS || (!important && view.zoom() < LABELS_FROM)) {
                return;
            }
            var x = spot.x() + radius(spot) + 5;
            var box = new BoundingBox(
                    x - 2, spot.y() - height / 2, width(spot.dot().city(), font) + 4, height);
            if (taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                g.setStroke(inks.of("map-halo"));
                g.setLineWidth(3);
                g.strokeText(spot.dot().city(), x, spot.y());
                g.setFill(inks.of("map-text"));
                g.fillText(spot.dot().city(), x, spot.y());
            }
        }
    }
}
