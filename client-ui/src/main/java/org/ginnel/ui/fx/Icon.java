// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// Our own icons: lines on a grid of 24, in the colour of the style class `icon`.
public enum Icon {
    PASSAGE("M3 20.5 V12 a9 9 0 0 1 18 0 V20.5 H16.5 V12 a4.5 4.5 0 0 0 -9 0 V20.5 Z"),
    PIN("M12 21 C8.2 16.8 5.5 13.4 5.5 10 a6.5 6.5 0 0 1 13 0 C18.5 13.4 15.8 16.8 12 21 Z"
            + " M12 12.2 a2.2 2.2 0 1 0 0 -4.4 a2.2 2.2 0 0 0 0 4.4 Z"),
    SLIDERS("M3.5 7.5 H12 M17 7.5 H20.5 M3.5 16.5 H7 M12 16.5 H20.5"
            + " M14.5 10 a2.5 2.5 0 1 0 0 -5 a2.5 2.5 0 0 0 0 5 Z M9.5 19 a2.5 2.5 0 1 0 0 -5 a2.5 2.5 0 0 0 0 5 Z"),
    BARS("M4 20.5 H20 M6.5 17 V11.5 M12 17 V5 M17.5 17 V8.5"),
    SEARCH("M10.5 17 a6.5 6.5 0 1 0 0 -13 a6.5 6.5 0 0 0 0 13 Z M15.3 15.3 L20.5 20.5"),
    REFRESH("M19.5 12 a7.5 7.5 0 1 1 -2.4 -5.5 M19.8 3.2 V7.6 H15.4"),
    BOLT("M13.5 3 L5.5 13.5 H11 L10 21 L18.5 10 H12.5 Z"),
    CHEVRON("M9 5 L16 12 L9 19"),
    PLUS("M12 5 V19 M5 12 H19"),
    MINUS("M5 12 H19"),
    STAR("M12 3.8 L14.5 9 L20.2 9.7 L16 13.6 L17.1 19.2 L12 16.4 L6.9 19.2 L8 13.6 L3.8 9.7 L9.5 9 Z"),
    LOCK("M6 11 H18 V20 H6 Z M8.5 11 V8 a3.5 3.5 0 0 1 7 0 V11"),
    GLOBE(
            "M12 20.5 a8.5 8.5 0 1 0 0 -17 a8.5 8.5 0 0 0 0 17 Z M3.5 12 H20.5 M12 3.5 C8.2 7 8.2 17 12 20.5 C15.8 17 15.8 7 12 3.5 Z"),
    LIST("M8.5 6.5 H20 M8.5 12 H20 M8.5 17.5 H20 M4 6.5 h0.1 M4 12 h0.1 M4 17.5 h0.1"),
    DOWNWARDS("M12 4.5 V19 M6 13 L12 19 L18 13"),
    UPWARDS("M12 19.5 V5 M6 11 L12 5 L18 11"),
    CHECK("M5 12.5 L10 17.5 L19.5 7"),
    EYE("M2.5 12 C5 7.5 8.3 5.5 12 5.5 S19 7.5 21.5 12 C19 16.5 15.7 18.5 12 18.5 S5 16.5 2.5 12 Z"
            + " M12 15 a3 3 0 1 0 0 -6 a3 3 0 0 0 0 6 Z"),
    EYE_CROSSED("M2.5 12 C5 7.5 8.3 5.5 12 5.5 S19 7.5 21.5 12 C19 16.5 15.7 18.5 12 18.5 S5 16.5 2.5 12 Z"
            + " M12 15 a3 3 0 1 0 0 -6 a3 3 0 0 0 0 6 Z M4 20 L20 4"),
    CLOSE("M6.5 6.5 L17.5 17.5 M17.5 6.5 L6.5 17.5"),
    INFO("M12 20.5 a8.5 8.5 0 1 0 0 -17 a8.5 8.5 0 0 0 0 17 Z M12 11.2 V16 M12 7.9 V8"),
    ALERT("M12 3.5 L21.5 20 H2.5 Z M12 10 V14.5 M12 17.2 V17.3");

    private static final double GRID = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// Whether it points along the lines of a text, and so the other way where those begin on the right.
    private boolean followsText() {
        return this == CHEVRON || this == LIST;
    }

    /// A new node with this icon, `size` pixels wide and high where text has its usual size, and larger with it.
    ///
    /// @param size one of those that the style sheet has a class for, `icon-20` and so on
    public Node node(int size) {
        var line = new SVGPath();
        line.setContent(path);
        line.getStyleClass().add("icon");
        var square = new Pane(line);
        var scale = new Scale();
        scale.xProperty().bind(square.widthProperty().divide(GRID));
        scale.yProperty().bind(square.heightProperty().divide(GRID));
        line.getTransforms().add(scale);
        square.getStyleClass().add("icon-" + size);
        square.setMouseTransparent(true);
        if (!followsText()) {
            square.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        }
        return square;
    }
}
