// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Words;

/// Shows an [Aside] as a row of small buttons that wraps where there is too little room.
final class AsideRows {
    private final Words words;
    private final Consumer<Aside.Choice> onChoice;
    private final FlowPane row = new FlowPane();
    private Aside shown = Aside.NONE;

    /// @param onChoice called when one of them is used
    AsideRows(Words words, Consumer<Aside.Choice> onChoice) {
        this.words = words;
        this.onChoice = onChoice;
        row.getStyleClass().addAll("chips", "aside");
        Nodes.show(row, false);
    }

    Node node() {
        return row;
    }

    /// Shows those, or nothing.
    ///
    /// @param heir gets the keyboard from a button that goes away
    void render(Aside aside, Node heir) {
        if (aside.equals(shown)) {
            return;
        }
        shown = aside;
        var focused = row.getChildren().stream().anyMatch(Node::isFocused);
        row.getChildren().clear();
        aside.caption().ifPresent(caption -> {
            var label = new Label(words.say(caption));
            label.getStyleClass().add("caption");
            label.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(label);
        });
        aside.choices().forEach(choice -> row.getChildren().add(chip(choice)));
        Nodes.show(row, !aside.choices().isEmpty());
        if (focused) {
            heir.requestFocus();
        }
    }

    private Button chip(Aside.Choice choice) {
        var chip = Nodes.button(choice.id(), "chip", () -> onChoice.accept(choice));
        chip.setText(words.say(choice.label()));
        chip.setAccessibleText(words.say(choice.spoken()));
        return chip;
    }
}
