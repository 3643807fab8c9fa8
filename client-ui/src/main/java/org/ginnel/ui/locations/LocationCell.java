// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ginnel.relay.Target;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.flag.FlagView;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.locations.LocationRow.Grade;
import org.ginnel.ui.locations.LocationRow.Use;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// One visible line of the list; the list reuses it for other lines while it scrolls.
final class LocationCell extends ListCell<LocationLine> {
    private static final double BAR = 56;
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");
    private static final PseudoClass TRYING = PseudoClass.getPseudoClass("trying");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Words words;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label latency = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final FlagView flag;
    private final Node bolt = Icon.BOLT.node(20);
    private final Node lock = Icon.LOCK.node(18);
    private final Node check = Icon.CHECK.node(20);
    private final Button star;
    private final HBox line;

    /// Bears the row's name. On the line itself a new name would have all of it styled again, which costs more than all
    /// the
    /// rest of a row.
    private final Region marker = new Region();

    private final StackPane row;
    private final FlagView headingFlag;
    private final Label headingText = new Label();
    private final HBox heading;

    LocationCell(Words words, FlagPictures pictures, Consumer<Target> choose, Consumer<String> favour) {
        this.words = words;
        flag = new FlagView(pictures, FlagView.Size.LINE);
        headingFlag = new FlagView(pictures, FlagView.Size.HEADING);
        title.getStyleClass().add("row-title");
        detail.getStyleClass().add("row-detail");
        latency.getStyleClass().add("latency");
        latency.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("bar");
        track.getStyleClass().add("bar-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        var lead = new StackPane(flag.node(), bolt);
        lead.getStyleClass().add("lead");
        var names = new VBox(title, detail);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        star = Nodes.button(
                "star", "star", () -> row().flatMap(LocationRow::serverId).ifPresent(favour));
        star.setGraphic(Icon.STAR.node(18));
        star.setFocusTraversable(false);
        line = Nodes.row("row", lead, names, lock, check, track, latency, star);
        marker.setMouseTransparent(true);
        row = new StackPane(line, marker);
        headingText.getStyleClass().add("section-title");
        heading = Nodes.row("list-heading", headingFlag.node(), headingText);
        // As wide as the list and no wider: it does not scroll sideways.
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() != null) {
                getItem().choice().ifPresent(choose);
            }
        });
    }

    private Optional<LocationRow> row() {
        return getItem() instanceof LocationRow row ? Optional.of(row) : Optional.empty();
    }

    @Override
    protected void updateItem(LocationLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            renderUse(Use.NONE);
            pseudoClassStateChanged(HEADING, false);
            return;
        }
        switch (item) {
            case LocationLine.Heading(var text, var country) -> renderHeading(text, country);
            case LocationRow row -> renderRow(row);
        }
        pseudoClassStateChanged(HEADING, item instanceof LocationLine.Heading);
    }

    private void renderHeading(Message text, String country) {
        renderUse(Use.NONE);
        headingText.setText(words.say(text));
        headingFlag.render(country);
        setAccessibleText(headingText.getText());
        setGraphic(heading);
    }

    private void renderRow(LocationRow row) {
        marker.setId(row.nodeId());
        title.setText(words.say(row.title()));
        var told = row.locked().or(row::detail);
        detail.setText(told.map(words::say).orElse(""));
        Nodes.show(detail, told.isPresent());
        var fastest = row.target() instanceof Target.Fastest;
        Nodes.show(bolt, fastest);
        flag.render(row.country());
        Nodes.show(lock, row.locked().isPresent());
        line.pseudoClassStateChanged(LOCKED, row.locked().isPresent());
        renderLatency(row);
        renderUse(row.use());
        star.setVisible(!fastest);
        star.pseudoClassStateChanged(MARKED, row.favourite());
        star.setAccessibleText(words.say(Message.of(row.favourite() ? "locations.unmark" : "locations.mark")));
        setAccessibleText(spoken(row));
        setGraphic(this.row);
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
        Nodes.show(track, barred && row.locked().isEmpty());
        Nodes.show(latency, row.locked().isEmpty());
    }

    private String spoken(LocationRow row) {
        var use = row.use() == Use.CONNECTED ? words.say(Message.of("locations.connected")) : "";
        var marked = row.favourite() ? words.say(Message.of("locations.favourite")) : "";
        return Stream.of(title.getText(), detail.getText(), latency.getText(), use, marked)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
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
