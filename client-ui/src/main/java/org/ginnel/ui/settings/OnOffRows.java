// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Words;

/// Settings that are on or off.
record OnOffRows(Words words) {
    /// A switch.
    CheckBox box(String id, Consumer<Boolean> set) {
        var box = new CheckBox();
        box.setId(id);
        box.getStyleClass().add("switch");
        box.setOnAction(_ -> set.accept(box.isSelected()));
        return box;
    }

    /// The switch beside what it means.
    Node row(Setting setting, CheckBox box) {
        box.setAccessibleText(words.say(setting.title()));
        box.setAccessibleHelp(words.say(setting.help()));
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(setting.title())),
                Nodes.label("row-detail", words.say(setting.help())));
        HBox.setHgrow(sentences, Priority.ALWAYS);
        return Nodes.row("setting", sentences, box);
    }
}
