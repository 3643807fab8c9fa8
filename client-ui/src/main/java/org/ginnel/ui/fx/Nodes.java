// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes in one line each: what they hold, how they look, and the id that tests find them by.
public final class Nodes {
    /// A text that wraps.
    public static Label label(String styleClass) {
        var label = new Prose();
        label.getStyleClass().add(styleClass);
        return label;
    }

    /// A text that wraps and says this.
    public static Label label(String styleClass, String text) {
        var label = label(styleClass);
        label.setText(text);
        return label;
    }

    /// A button that Space and Enter press too; its text is never cut.
    public static Button button(String id, String styleClass, Runnable action) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add(styleClass);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// One below the other, as wide as there is room.
    public static VBox column(String styleClass, Node... nodes) {
        var column = new VBox(nodes);
        column.getStyleClass().add(styleClass);
        column.setFillWidth(true);
        return column;
    }

    /// Side by side, centred on their height.
    public static HBox row(String styleClass, Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add(styleClass);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Takes the room that is left between its neighbours.
    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Scrolls up and down when there is too little room, and takes the room that is left. What has the keyboard is
    /// always in sight.
    public static ScrollPane scroll(Node content) {
        var scroll = new ScrollPane(content);
        ChangeListener<Node> follow = (_, _, owner) -> follow(scroll, owner);
        scroll.sceneProperty().addListener((_, old, scene) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(follow);
            }
            if (scene != null) {
                scene.focusOwnerProperty().addListener(follow);
            }
        });
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static void follow(ScrollPane pane, @Nullable Node owner) {
        if (owner != null && isWithin(owner, pane.getContent())) {
            centreUnlessInSight(pane, owner);
        }
    }

    private static void centreUnlessInSight(ScrollPane pane, Node node) {
        var seen = pane.localToScene(pane.getLayoutBounds());
        var bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getMinY() < seen.getMinY() || bounds.getMaxY() > seen.getMaxY()) {
            revealCentred(pane, node);
        }
    }

    /// Scrolls only where `node`, which is somewhere in the pane and may have changed its size, is not seen as a whole.
    public static void keepInSight(ScrollPane pane, Node node) {
        // All of it: a page that was just come to has no size of its own yet.
        var all = pane.getScene() == null ? pane : pane.getScene().getRoot();
        all.applyCss();
        all.layout();
        centreUnlessInSight(pane, node);
    }

    private static boolean isWithin(Node node, Node content) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    /// Scrolls so that `node` is in the middle, where there is enough above and below.
    private static void revealCentred(ScrollPane pane, Node node) {
        var content = pane.getContent();
        var bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        var seen = pane.getViewportBounds().getHeight();
        var hidden = content.getLayoutBounds().getHeight() - seen;
        var top = bounds.getMinY() - (seen - bounds.getHeight()) / 2;
        pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0.0, 1.0));
    }

    /// Scrolls so that `node`, which is somewhere in the pane, is seen from its top on.
    public static void reveal(ScrollPane pane, Node node) {
        var content = pane.getContent();
        pane.applyCss();
        pane.layout();
        var top =
                content.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
        var hidden =
                content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0.0, 1.0));
    }

    /// Shows the node and gives it room, or neither.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Nodes() {}
}
