// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [FrameScreen]: one page in the middle and the way to the others below it.
public final class FrameView {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Words words;
    private final Consumer<Tab> goTo;

    private record Leaf(Parent node, Node first) {}

    private final Map<Page, Leaf> pages = new EnumMap<>(Page.class);
    private final Map<Tab, Button> tabs = new EnumMap<>(Tab.class);
    private final StackPane middle = new StackPane();
    private final HBox navigation = Nodes.row("navigation");
    private final BorderPane root = new BorderPane(middle);

    /// A frame without a page.
    ///
    /// @param goTo called when the user wants to be elsewhere
    public FrameView(Words words, Consumer<Tab> goTo) {
        this.words = words;
        this.goTo = goTo;
        addTab(Tab.CONNECT, Icon.PASSAGE, "nav-connect", Message.of("nav.connect"));
        addTab(Tab.LOCATIONS, Icon.PIN, "nav-locations", Message.of("nav.locations"));
        addTab(Tab.SETTINGS, Icon.SLIDERS, "nav-settings", Message.of("nav.settings"));
        middle.setAlignment(Pos.TOP_CENTER);
        root.setBottom(navigation);
        root.getStyleClass().add("frame");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        Nodes.show(navigation, false);
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// Adds the page, before it is first shown.
    ///
    /// @param first what has the keyboard when the user comes there
    public void add(Page page, Parent node, Node first) {
        pages.put(page, new Leaf(node, first));
    }

    /// Shows that screen.
    public void render(FrameScreen screen) {
        var leaf = pages.get(screen.page());
        if (leaf != null && !middle.getChildren().contains(leaf.node())) {
            middle.getChildren().setAll(leaf.node());
            // Only a pass of CSS makes what a scroll pane holds part of the scene, and able to take the focus.
            leaf.node().applyCss();
            leaf.first().requestFocus();
        }
        tabs.forEach((tab, button) -> button.pseudoClassStateChanged(CURRENT, FrameScreen.page(tab) == screen.page()));
        Nodes.show(navigation, screen.ways());
    }

    private void addTab(Tab tab, Icon icon, String id, Message text) {
        var button = Nodes.button(id, "tab", () -> goTo.accept(tab));
        button.setText(words.say(text));
        button.setGraphic(icon.node(22));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        tabs.put(tab, button);
        navigation.getChildren().add(button);
    }

    private void shortcut(KeyEvent key) {
        if (!navigation.isVisible()) {
            return;
        }
        if (key.isShortcutDown()) {
            switch (key.getCode()) {
                case DIGIT1 -> goTo.accept(Tab.CONNECT);
                case DIGIT2 -> goTo.accept(Tab.LOCATIONS);
                case DIGIT3 -> goTo.accept(Tab.SETTINGS);
                default -> {
                    return;
                }
            }
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            goTo.accept(Tab.CONNECT);
        }
    }
}
