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
import javafx.scene.layout.VBox;
import org.ginnel.control.Finding;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows [Details] below a line that opens and closes them.
final class DetailsCard {
    private final Words words;
    private final Label toggleText = new Label();
    private final Node chevron = Icon.CHEVRON.node(18);
    private final Button toggle;
    private final Label note = Nodes.label("row-detail");
    private final VBox findings = Nodes.column("findings");
    private final Button copy;
    private final VBox card;
    private final VBox area;
    private Optional<Details> rendered = Optional.empty();
    private List<Finding> shown = List.of();

    DetailsCard(Words words, Runnable onToggle, Runnable onCopy) {
        this.words = words;
        toggle = toggle(onToggle);
        note.setId("details-note");
        findings.setId("findings");
        copy = Nodes.button("copy-details", "secondary", onCopy);
        card = Nodes.column("card", note, findings, copy);
        area = Nodes.column("details", toggle, card);
        Nodes.show(area, false);
    }

    VBox node() {
        return area;
    }

    /// Shows those, or not even the line.
    ///
    /// @return whether there is now more to see than before
    boolean render(Optional<Details> details) {
        var grown =
                !details.equals(rendered) && details.filter(DetailsCard::isNews).isPresent();
        rendered = details;
        Nodes.show(area, details.isPresent());
        details.ifPresent(this::render);
        return grown;
    }

    private static boolean isNews(Details details) {
        return switch (details) {
            case Details.Hidden() -> false;
            case Details.Looking(), Details.Failed _ -> true;
            case Details.Found(var _, var copied) -> !copied;
        };
    }

    private void render(Details details) {
        var open = !(details instanceof Details.Hidden);
        toggleText.setText(words.say(open ? Message.of("connect.hideDetails") : Message.of("connect.showDetails")));
        chevron.setRotate(open ? -90 : 90);
        Nodes.show(card, open);
        switch (details) {
            case Details.Hidden() -> {}
            case Details.Looking() -> note(Message.of("connect.detailsLooking"));
            case Details.Failed(var why) -> note(Message.of("connect.detailsFailed", why));
            case Details.Found(var found, var copied) -> found(found, copied);
        }
    }

    private void note(Message message) {
        note.setText(words.say(message));
        Nodes.show(note, true);
        Nodes.show(findings, false);
        Nodes.show(copy, false);
    }

    private void found(List<Finding> found, boolean copied) {
        Nodes.show(note, false);
        Nodes.show(findings, true);
        Nodes.show(copy, true);
        copy.setText(words.say(copied ? Message.of("connect.detailsCopied") : Message.of("connect.copyDetails")));
        if (!found.equals(shown)) {
            shown = found;
            findings.getChildren().setAll(found.stream().map(this::row).toList());
        }
    }

    private HBox row(Finding finding) {
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(title(finding))),
                Nodes.label("row-detail", finding.detail()));
        if (!finding.advice().isBlank()) {
            sentences.getChildren().add(Nodes.label("row-detail", finding.advice()));
        }
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var well = finding.verdict() == Finding.Verdict.OK;
        var row = Nodes.row("finding", (well ? Icon.CHECK : Icon.ALERT).node(18), sentences);
        row.getStyleClass().add(well ? "finding-ok" : "finding-bad");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Message title(Finding finding) {
        return switch (finding.verdict()) {
            case OK -> Message.of("connect.findingOk", finding.check());
            case WARNING -> Message.of("connect.findingWarning", finding.check());
            case FAILED -> Message.of("connect.findingFailed", finding.check());
        };
    }

    private Button toggle(Runnable onToggle) {
        toggleText.getStyleClass().add("row-title");
        var button = Nodes.button("toggle-details", "line", onToggle);
        button.setGraphic(Nodes.row("row", toggleText, Nodes.gap(), chevron));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(toggleText.textProperty());
        return button;
    }
}
