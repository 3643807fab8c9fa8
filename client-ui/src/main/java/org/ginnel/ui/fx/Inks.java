// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// Lends the colours of the style sheets to a canvas, which has none of its own. Its node is empty and must be in the
/// scene; `onChange` is called when the theme is another.
public final class Inks {
    private final Map<String, Rectangle> wells = new LinkedHashMap<>();
    private final Group node = new Group();

    /// @param styleClasses each a class whose `-fx-fill` is wanted
    public Inks(List<String> styleClasses, Runnable onChange) {
        InvalidationListener changed = _ -> onChange.run();
        for (var name : styleClasses) {
            var well = new Rectangle();
            well.getStyleClass().add(name);
            well.fillProperty().addListener(changed);
            wells.put(name, well);
        }
        node.getChildren().setAll(wells.values());
        node.setManaged(false);
        node.setMouseTransparent(true);
    }

    /// The node, to be placed once.
    public Node node() {
        return node;
    }

    /// The colour of that class.
    public Paint of(String styleClass) {
        var well = wells.get(styleClass);
        return well == null ? Color.TRANSPARENT : well.getFill();
    }
}
