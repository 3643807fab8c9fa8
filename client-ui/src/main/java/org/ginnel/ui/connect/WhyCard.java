// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [Why] as one line that opens to all of its reasons, or nothing at all.
final class WhyCard {
    private final Words words;
    private final Label summary = Nodes.label("row-detail");
    private final Node chevron = Icon.CHEVRON.node(18);
    private final VBox reasons = Nodes.column("reasons");
    private final VBox area;
    private Optional<Why> shown = Optional.empty();

    WhyCard(Words words, Runnable onToggle) {
        this.words = words;
        summary.setId("reason");
        area = Nodes.column("why", toggle(onToggle), summary, reasons);
        Nodes.show(area, false);
    }

    Node node() {
        return area;
    }

    /// Shows the reasons.
    ///
    /// @return whether there is more to see than before
    boolean render(Optional<Why> why) {
        if (why.equals(shown)) {
            return false;
        }
        var opened = reasonsSeen(why) > reasonsSeen(shown);
        shown = why;
        Nodes.show(area, why.isPresent());
        why.ifPresent(now -> {
            summary.setText(words.say(now.summary()));
            reasons.getChildren().setAll(rows(now.reasons()));
            chevron.setRotate(now.open() ? -90 : 90);
            Nodes.show(reasons, now.open() && !now.reasons().isEmpty());
        });
        return opened;
    }

    private static int reasonsSeen(Optional<Why> why) {
        return why.filter(Why::open).map(now -> 1 + now.reasons().size()).orElse(0);
    }

    private List<HBox> rows(List<Message> all) {
        return all.stream()
                .map(reason -> {
                    var text = Nodes.label("row-detail", words.say(reason));
                    HBox.setHgrow(text, Priority.ALWAYS);
                    var dash = new Label("\u2013");
                    dash.getStyleClass().add("row-detail");
                    dash.setMinWidth(Region.USE_PREF_SIZE);
                    var row = Nodes.row("reason", dash, text);
                    row.setAlignment(Pos.TOP_LEFT); // beside the first line of what takes two
                    return row;
                })
                .toList();
    }

    private Button toggle(Runnable onToggle) {
        var heading = new Label(words.say(Message.of("connect.why")));
        heading.getStyleClass().add("row-title");
        var button = Nodes.button("toggle-why", "bare", onToggle);
        button.setGraphic(Nodes.row("row", heading, Nodes.gap(), chevron));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(heading.textProperty().concat(" ").concat(summary.textProperty()));
        return button;
    }
}
