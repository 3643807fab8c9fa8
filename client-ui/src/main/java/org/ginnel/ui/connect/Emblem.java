// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import org.ginnel.ui.connect.ConnectScreen.Look;

/// The state of the tunnel as a passage: open, being built, safe, locked, paused, barred, or a warning; a ring
/// around it tells how far a connecting tunnel has come. The look is also a pseudo-class (`:safe`), so that
/// colour follows shape.
public final class Emblem {
    private static final double SIZE = 144;
    private static final double RING = 68;
    private static final double SMALL = 0.54;
    private static final String ARCH = "M6 58 V33 a26 26 0 0 1 52 0 V58 H49 V33 a17 17 0 0 0 -34 0 V58 Z";

    private static final String DOOR = "M6 58 V33 a26 26 0 0 1 52 0 V58 Z";

    private final SVGPath filled = path("emblem-filled");
    private final SVGPath lines = path("emblem-lines");
    private final SVGPath marks = path("emblem-marks");
    private final Arc progress = new Arc(SIZE / 2, SIZE / 2, RING, RING, 90, 0);
    private final StackPane node;
    private final Group scaled;

    /// An emblem that shows nothing yet.
    public Emblem() {
        var disc = new Circle(SIZE / 2, SIZE / 2, RING - 9);
        disc.getStyleClass().add("emblem-disc");
        var track = new Circle(SIZE / 2, SIZE / 2, RING);
        track.getStyleClass().add("emblem-track");
        progress.setType(ArcType.OPEN);
        progress.getStyleClass().add("emblem-progress");
        var glyph = new Pane(filled, lines, marks);
        glyph.setMaxSize(64, 64);
        // A tick is one in every direction of reading.
        glyph.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        var round = new Pane(disc, track, progress);
        node = new StackPane(round, glyph);
        node.getStyleClass().add("emblem");
        node.setMinSize(SIZE, SIZE);
        node.setMaxSize(SIZE, SIZE);
        scaled = new Group(node);
    }

    /// The node, to be placed once.
    public Node node() {
        return scaled;
    }

    /// Makes room for words, or takes all of it again.
    public void small(boolean small) {
        node.setScaleX(small ? SMALL : 1);
        node.setScaleY(small ? SMALL : 1);
    }

    /// Shows that look.
    ///
    /// @param done how far, 0 to 1
    public void render(Look look, double done) {
        for (var each : Look.values()) {
            node.pseudoClassStateChanged(pseudoClass(each), each == look);
        }
        progress.setLength(-360 * done);
        filled.setContent(filled(look));
        lines.setContent(lines(look));
        marks.setContent(marks(look));
    }

    static PseudoClass pseudoClass(Look look) {
        return PseudoClass.getPseudoClass(
                switch (look) {
                    case OPEN -> "open";
                    case WORKING -> "working";
                    case SAFE -> "safe";
                    case LOCKED -> "locked";
                    case PAUSED -> "paused";
                    case CLOSED -> "closed";
                    case LEAKING -> "leaking";
                });
    }

    private static String filled(Look look) {
        return switch (look) {
            case SAFE, CLOSED -> ARCH;
            case LOCKED -> DOOR;
            case OPEN, WORKING, PAUSED, LEAKING -> "";
        };
    }

    private static String lines(Look look) {
        return switch (look) {
            case OPEN, WORKING, PAUSED, SAFE -> ARCH;
            case LOCKED -> DOOR;
            case CLOSED -> ARCH + " M26 58 V27 M38 58 V27 M16 36 H48 M16 47 H48";
            case LEAKING -> "M32 7 L61 57 H3 Z";
        };
    }

    private static String marks(Look look) {
        return switch (look) {
            case OPEN, CLOSED -> "";
            case WORKING -> "M24 46 v0.1 M32 46 v0.1 M40 46 v0.1";
            case LOCKED -> "M30 35 a2 2 0 1 0 4 0 a2 2 0 1 0 -4 0 M32 36 V47";
            case PAUSED -> "M26 33 V50 M38 33 V50";
            case SAFE -> "M23.5 43.5 L30 50 L41 36.5";
            case LEAKING -> "M32 25 V40 M32 48 v0.1";
        };
    }

    private static SVGPath path(String styleClass) {
        var path = new SVGPath();
        path.getStyleClass().add(styleClass);
        return path;
    }
}
