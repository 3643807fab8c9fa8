// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.SteadyField;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.jspecify.annotations.Nullable;

/// Shows a [PaletteScreen] above whatever is there, and gives the keyboard back when it closes.
public final class PaletteView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private final Words words;
    private final PaletteViewModel model;
    private final TextField field = new SteadyField();
    private final VBox rows = Nodes.column("palette-rows");
    private final Label none = Nodes.label("notice");
    private final StackPane root;
    private PaletteScreen shown = PaletteScreen.CLOSED;
    private @Nullable Node before;

    /// A palette that is not there yet.
    public PaletteView(Words words, PaletteViewModel model) {
        this.words = words;
        this.model = model;
        field.setId("palette");
        field.setPromptText(words.say(Message.of("palette.prompt")));
        field.textProperty().addListener((_, _, text) -> model.type(text));
        field.setOnAction(_ -> model.accept());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        none.setText(words.say(Message.of("palette.none")));
        var box = Nodes.column("palette-box", Nodes.row("palette-field", Icon.SEARCH.node(20), field), rows, none);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        root = new StackPane(box);
        root.getStyleClass().add("palette");
        root.setAlignment(Pos.TOP_CENTER);
        root.setOnMousePressed(press -> {
            if (root.equals(press.getTarget())) {
                model.close();
            }
        });
        Nodes.show(root, false);
    }

    /// The node, to be placed once, above everything.
    public Node root() {
        return root;
    }

    /// Shows that screen.
    public void render(PaletteScreen screen) {
        var opened = screen.open() && !shown.open();
        var closed = !screen.open() && shown.open();
        if (!screen.commands().equals(shown.commands())) {
            rows.getChildren().setAll(screen.commands().stream().map(this::row).toList());
        }
        shown = screen;
        for (var i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == screen.selected());
        }
        Nodes.show(none, screen.commands().isEmpty());
        Nodes.show(rows, !screen.commands().isEmpty());
        Nodes.show(root, screen.open());
        if (opened) {
            before = root.getScene() == null ? null : root.getScene().getFocusOwner();
            field.clear();
            root.applyCss();
            field.requestFocus();
        } else if (closed && before != null) {
            before.requestFocus();
        }
        spoken();
    }

    /// What Enter would do, for who cannot see it.
    private void spoken() {
        List<Command> commands = shown.commands();
        field.setAccessibleText(
                commands.isEmpty()
                        ? none.getText()
                        : words.say(commands.get(shown.selected()).title()));
    }

    /// A row and no button: a title that takes two lines makes a row higher, and no button.
    private HBox row(Command command) {
        var title = Nodes.label("palette-title", words.say(command.title()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var hint = new Label(command.hint().map(words::say).orElse(""));
        hint.getStyleClass().add("row-detail");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        var row = Nodes.row("palette-row", title, hint);
        row.setId("command-" + command.id());
        row.setOnMouseClicked(_ -> model.accept(command));
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(title.getText());
        return row;
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ESCAPE -> model.close();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
