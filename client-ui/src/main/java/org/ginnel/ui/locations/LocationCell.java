// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ginnel.relay.Target;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.locations.LocationRow.Grade;
import org.ginnel.ui.locations.LocationRow.Use;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// One visible line of the list; the list reuses it for other rows while it scrolls.
final class LocationCell extends ListCell<LocationRow> {
    private static final double BAR = 56;
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");
    private static final PseudoClass TRYING = PseudoClass.getPseudoClass("trying");

    private final Words words;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label latency = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Node bolt = Icon.BOLT.node(16);
    private final Node check = Icon.CHECK.node(20);
    private final HBox line;

    LocationCell(Words words, Consumer<Target> choose) {
        this.words = words;
        title.getStyleClass().add("row-title");
        detail.getStyleClass().add("row-detail");
        latency.getStyleClass().add("latency");
        latency.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("bar");
        track.getStyleClass().add("bar-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        var names = new VBox(Nodes.row("row-heading", title, bolt), detail);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        line = Nodes.row("row", names, check, track, latency);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() != null) {
                choose.accept(getItem().target());
            }
        });
    }

    @Override
    protected void updateItem(LocationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            renderUse(Use.NONE);
            return;
        }
        line.setId(row.nodeId());
        title.setText(words.say(row.title()));
        detail.setText(row.detail().map(words::say).orElse(""));
        Nodes.show(detail, row.detail().isPresent());
        Nodes.show(bolt, row.target() instanceof Target.Fastest);
        renderLatency(row);
        renderUse(row.use());
        setAccessibleText(spoken(row));
        setGraphic(line);
    }

    private void renderUse(Use use) {
        Nodes.show(check, use == Use.CONNECTED);
        pseudoClassStateChanged(IN_USE, use == Use.CONNECTED);
        pseudoClassStateChanged(TRYING, use == Use.CONNECTING);
    }

    private void renderLatency(LocationRow row) {
        var measured = row.latency();
        latency.setText(measured.words().map(words::say).orElse(""));
        bar.setMaxWidth(BAR * measured.length());
        bar.setVisible(measured.length() > 0);
        for (var grade : Grade.values()) {
            line.pseudoClassStateChanged(pseudoClass(grade), grade == measured.grade());
        }
        var barred = measured.grade() != Grade.SILENT && measured.grade() != Grade.UNKNOWN;
        Nodes.show(track, barred);
    }

    private String spoken(LocationRow row) {
        var use = switch (row.use()) {
            case NONE, CONNECTING -> "";
            case CONNECTED -> words.say(Message.of("locations.connected"));
        };
        return String.join(", ", title.getText(), detail.getText(), latency.getText(), use);
    }

    private static PseudoClass pseudoClass(Grade grade) {
        return PseudoClass.getPseudoClass(
                switch (grade) {
                    case NEAR -> "near";
                    case MIDDLING -> "middling";
                    case FAR -> "far";
                    case SILENT -> "silent";
                    case UNKNOWN -> "unknown";
                    case PENDING -> "pending";
                });
    }
}
