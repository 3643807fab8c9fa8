// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ginnel.ui.activity.ActivityScreen.Chart;
import org.ginnel.ui.activity.ActivityScreen.Share;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [Chart]: amounts over time, and below it by server.
final class UsageCard {
    private final Words words;
    private final UsageChart chart;
    private final Map<Span, ToggleButton> spans = new EnumMap<>(Span.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Label total = Nodes.label("row-title");
    private final Label scale = new Label();
    private final Label told = Nodes.label("row-detail");
    private final Label oldest = new Label();
    private final Label newest = new Label();
    private final Node first;
    private final VBox servers = Nodes.column("shares");
    private final VBox usage;
    private final VBox byServer;

    UsageCard(Words words, ActivityViewModel model) {
        this.words = words;
        chart = new UsageChart(model::select);
        total.setId("usage-total");
        told.setId("usage-told");
        for (var label : new Label[] {scale, oldest, newest}) {
            label.getStyleClass().add("caption");
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        first = span(Span.DAY, "span-day", Message.of("activity.perDay"), model);
        var chips = Nodes.row(
                "chips-row",
                first,
                span(Span.WEEK, "span-week", Message.of("activity.perWeek"), model),
                span(Span.MONTH, "span-month", Message.of("activity.perMonth"), model));
        var legend = Nodes.row(
                "legend",
                key("key-received", Message.of("activity.received")),
                key("key-sent", Message.of("activity.sent")),
                Nodes.gap(),
                scale);
        var axis = Nodes.row("axis", oldest, Nodes.gap(), newest);
        usage = section(
                Message.of("activity.usage"), chips, total, Nodes.column("chart-area", legend, chart, axis), told);
        byServer = section(Message.of("activity.servers"), servers);
    }

    private ToggleButton span(Span span, String id, Message text, ActivityViewModel model) {
        var button = new ToggleButton(words.say(text));
        button.setId(id);
        button.getStyleClass().addAll("button", "chip");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.span(span);
        });
        spans.put(span, button);
        return button;
    }

    private Node key(String style, Message text) {
        var colour = new Region();
        colour.getStyleClass().addAll("key", style);
        var label = new Label(words.say(text));
        label.getStyleClass().add("caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return Nodes.row("key-line", colour, label);
    }

    private VBox section(Message title, Node... nodes) {
        return Nodes.column("section", Nodes.label("section-title", words.say(title)), Nodes.column("card", nodes));
    }

    /// What has the keyboard first.
    Node first() {
        return first;
    }

    Node usage() {
        return usage;
    }

    Node byServer() {
        return byServer;
    }

    void render(Optional<Chart> shown) {
        Nodes.show(usage, shown.isPresent());
        Nodes.show(byServer, shown.filter(c -> !c.servers().isEmpty()).isPresent());
        shown.ifPresent(now -> {
            var button = spans.get(now.span());
            if (button != null) {
                button.setSelected(true);
            }
            total.setText(words.say(now.total()));
            scale.setText(words.say(now.scale()));
            oldest.setText(words.say(now.first()));
            newest.setText(words.say(now.last()));
            told.setText(words.say(now.told()));
            chart.render(now.bars(), now.selected(), told.getText());
            servers.getChildren().setAll(now.servers().stream().map(this::share).toList());
        });
    }

    private Node share(Share share) {
        var place = Nodes.label("share-place", words.say(share.place()));
        var amount = new Label(words.say(share.amount()));
        amount.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        return Nodes.column("share", Nodes.row("share-line", place, amount), bar(share.share()));
    }

    private static Node bar(double share) {
        var filled = new Region();
        filled.getStyleClass().add("share-filled");
        var track = new StackPane(filled);
        track.getStyleClass().add("share-track");
        StackPane.setAlignment(filled, Pos.CENTER_LEFT);
        filled.maxWidthProperty().bind(track.widthProperty().multiply(share));
        return track;
    }
}
