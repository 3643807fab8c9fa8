// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ginnel.ui.connect.ConnectScreen.Fact;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Words;

/// Labelled values one below the other. Rows are kept while their labels stay, so that counting moves only digits.
final class FactRows {
    private final Words words;
    private final VBox rows = Nodes.column("facts");
    private List<String> ids = List.of();

    FactRows(Words words) {
        this.words = words;
    }

    VBox node() {
        return rows;
    }

    void render(List<Fact> facts) {
        var now = facts.stream().map(Fact::id).toList();
        if (!now.equals(ids)) {
            ids = now;
            rows.getChildren().setAll(facts.stream().map(this::row).toList());
        }
        for (var i = 0; i < facts.size(); i++) {
            var row = (HBox) rows.getChildren().get(i);
            ((Label) row.getChildren().getLast()).setText(words.say(facts.get(i).value()));
        }
        Nodes.show(rows, !facts.isEmpty());
    }

    private HBox row(Fact fact) {
        var label = Nodes.label("fact-label", words.say(fact.label()));
        label.setMinWidth(Region.USE_PREF_SIZE);
        var value = Nodes.label("fact-value");
        value.setId("fact-" + fact.id());
        return Nodes.row("fact", label, Nodes.gap(), value);
    }
}
