// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ginnel.ui.activity.ActivityScreen.Row;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Sessions one below the other, newest first.
final class SessionRows {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final Words words;
    private final VBox rows = Nodes.column("sessions");
    private final Button more;
    private final VBox section;
    private List<Row> shown = List.of();

    SessionRows(Words words, ActivityViewModel model) {
        this.words = words;
        more = Nodes.button("more-sessions", "secondary", model::more);
        more.setText(words.say(Message.of("activity.more")));
        rows.setId("sessions");
        section = Nodes.column(
                "section",
                Nodes.label("section-title", words.say(Message.of("activity.sessions"))),
                Nodes.column("card", rows, more));
    }

    Node node() {
        return section;
    }

    void render(List<Row> now, boolean hasMore) {
        Nodes.show(section, !now.isEmpty());
        Nodes.show(more, hasMore);
        if (!now.equals(shown)) {
            shown = now;
            rows.getChildren().setAll(now.stream().map(this::row).toList());
        }
    }

    private Node row(Row row) {
        var amount = new Label(words.say(row.amount()));
        amount.setMinWidth(Region.USE_PREF_SIZE);
        var place = Nodes.label("row-title", words.say(row.place()));
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        var ending = Nodes.label("session-ending", words.say(row.ending()));
        var line = Nodes.column(
                "session",
                Nodes.row("share-line", place, amount),
                Nodes.label("row-detail", words.say(row.when())),
                ending);
        line.pseudoClassStateChanged(UP, row.up());
        line.pseudoClassStateChanged(LOST, row.lost());
        return line;
    }
}
