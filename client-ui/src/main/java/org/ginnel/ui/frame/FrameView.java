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
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.TextSize;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [FrameScreen]: one page in the middle and the way to the others below it, or beside it where the window
/// is wide.
public final class FrameView {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double WIDE = 760;

    private final Words words;
    private final Consumer<Tab> goTo;

    private record Leaf(Parent node, Node first) {}

    private final Map<Page, Leaf> pages = new EnumMap<>(Page.class);
    private final Map<Tab, Button> tabs = new EnumMap<>(Tab.class);
    private final StackPane middle = new StackPane();
    private final HBox bar = Nodes.row("navigation");
    private final VBox rail = Nodes.column("rail");
    private final VBox notices = Nodes.column("notices");
    private final BorderPane frame = new BorderPane(middle);
    private final TextSize textSize = new TextSize(this::arrange);
    private final StackPane root = new StackPane(frame, textSize.node());
    private Runnable palette = () -> {};
    private boolean ways;

    /// A frame without a page.
    ///
    /// @param goTo called when the user wants to be elsewhere
    public FrameView(Words words, Consumer<Tab> goTo) {
        this.words = words;
        this.goTo = goTo;
        addTab(Tab.CONNECT, Icon.PASSAGE, "nav-connect", Message.of("nav.connect"));
        addTab(Tab.LOCATIONS, Icon.PIN, "nav-locations", Message.of("nav.locations"));
        addTab(Tab.ACTIVITY, Icon.BARS, "nav-activity", Message.of("nav.activity"));
        addTab(Tab.SETTINGS, Icon.SLIDERS, "nav-settings", Message.of("nav.settings"));
        middle.setAlignment(Pos.TOP_CENTER);
        middle.setMinSize(0, 0);
        root.getStyleClass().add("frame");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        frame.widthProperty().addListener(_ -> arrange());
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

    /// Calls `open` when the user asks for the palette, by Ctrl and K.
    public void onPalette(Runnable open) {
        palette = open;
    }

    /// Puts something on top of every page, below what is there, where it takes room when it is shown.
    public void addOnTop(Node node) {
        notices.getChildren().add(node);
        frame.setTop(notices);
    }

    /// Puts something above every page.
    public void addAbove(Node node) {
        root.getChildren().add(node);
    }

    /// Shows that screen.
    public void render(FrameScreen screen) {
        var leaf = pages.get(screen.page());
        if (leaf != null && !middle.getChildren().contains(leaf.node())) {
            middle.getChildren().setAll(leaf.node());
            // Only a pass of CSS makes what a scroll pane holds part of the scene, and able to take the focus.
            leaf.node().applyCss();
            enter(leaf);
        }
        tabs.forEach((tab, button) -> button.pseudoClassStateChanged(CURRENT, FrameScreen.page(tab) == screen.page()));
        ways = screen.ways();
        arrange();
    }

    /// What should have the keyboard may not be there yet; Tab begins on that page all the same.
    private void enter(Leaf leaf) {
        leaf.first().requestFocus();
        var scene = root.getScene();
        if (scene != null && !leaf.first().equals(scene.getFocusOwner())) {
            leaf.node().requestFocus();
        }
    }

    private void arrange() {
        var wide = frame.getWidth() >= textSize.grown(WIDE);
        var home = wide ? rail : bar;
        if (!home.getChildren().containsAll(tabs.values())) {
            home.getChildren().setAll(tabs.values());
        }
        frame.setLeft(ways && wide ? rail : null);
        frame.setBottom(ways && !wide ? bar : null);
    }

    private void addTab(Tab tab, Icon icon, String id, Message text) {
        var button = Nodes.button(id, "tab", () -> goTo.accept(tab));
        button.setText(words.say(text));
        button.setGraphic(icon.node(22));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        tabs.put(tab, button);
    }

    private void shortcut(KeyEvent key) {
        if (!ways) {
            return;
        }
        if (key.isShortcutDown()) {
            switch (key.getCode()) {
                case K -> palette.run();
                case DIGIT1 -> goTo.accept(Tab.CONNECT);
                case DIGIT2 -> goTo.accept(Tab.LOCATIONS);
                case DIGIT3 -> goTo.accept(Tab.ACTIVITY);
                case DIGIT4 -> goTo.accept(Tab.SETTINGS);
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
