// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Words;

/// A setting of which one of a few things is chosen, each on a button of its own.
///
/// @param <T> what is chosen
final class ChoiceRows<T> {
    private final Words words;
    private final String idPrefix;
    private final Function<T, String> name;
    private final Consumer<T> choose;
    private final FlowPane buttons = new FlowPane();
    private final VBox rows;
    private List<T> shown = List.of();

    /// @param idPrefix before the name of a constant, or the place in the row, makes the id of a button
    /// @param name what a button says
    ChoiceRows(Words words, Setting setting, String idPrefix, Function<T, String> name, Consumer<T> choose) {
        this.words = words;
        this.idPrefix = idPrefix;
        this.name = name;
        this.choose = choose;
        buttons.getStyleClass().add("chips");
        rows = Nodes.column("field-area", sentences(setting), buttons);
    }

    private Node sentences(Setting setting) {
        return Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(setting.title())),
                Nodes.label("row-detail", words.say(setting.help())));
    }

    Node node() {
        return rows;
    }

    /// Shows these to choose from, and that one chosen.
    void render(List<T> choices, T chosen) {
        if (!choices.equals(shown)) {
            shown = choices;
            var group = new ToggleGroup();
            List<Node> made = new ArrayList<>();
            for (var i = 0; i < choices.size(); i++) {
                made.add(button(choices.get(i), idPrefix + i, group));
            }
            buttons.getChildren().setAll(made);
        }
        for (var i = 0; i < shown.size(); i++) {
            ((ToggleButton) buttons.getChildren().get(i))
                    .setSelected(shown.get(i).equals(chosen));
        }
    }

    private ToggleButton button(T choice, String id, ToggleGroup group) {
        var button = new ToggleButton(name.apply(choice));
        button.setId(id);
        button.getStyleClass().addAll("button", "chip");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            choose.accept(choice);
        });
        return button;
    }
}
