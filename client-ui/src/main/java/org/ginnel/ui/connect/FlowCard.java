// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [Flow]: two figures above the curve of the last minute, or nothing at all. Nothing of it moves by itself.
final class FlowCard {
    private static final double HEIGHT = 32;
    private final Words words;
    private final Label down = new Label();
    private final Label up = new Label();
    private final Label received = Nodes.label("caption");
    private final Label sent = Nodes.label("caption");
    private final Polygon area = new Polygon();
    private final Polyline downLine = new Polyline();
    private final Polyline upLine = new Polyline();
    private final Pane graph = new Pane(area, upLine, downLine);
    private final VBox card;
    private Optional<Flow> shown = Optional.empty();

    FlowCard(Words words) {
        this.words = words;
        down.setId("rate-down");
        up.setId("rate-up");
        received.setId("fact-received");
        sent.setId("fact-sent");
        area.getStyleClass().add("graph-area");
        downLine.getStyleClass().add("graph-down");
        upLine.getStyleClass().add("graph-up");
        graph.setMinHeight(HEIGHT);
        graph.setPrefHeight(HEIGHT);
        graph.setMinWidth(0);
        graph.getStyleClass().add("graph");
        graph.widthProperty().addListener(_ -> draw());
        card = Nodes.column(
                "card",
                halves(
                        figure(Icon.DOWNWARDS, "figure-down", down, received),
                        figure(Icon.UPWARDS, "figure-up", up, sent)),
                graph);
        card.getStyleClass().add("flow");
        Nodes.show(card, false);
    }

    Node node() {
        return card;
    }

    void render(Optional<Flow> flow) {
        Nodes.show(card, flow.isPresent());
        if (flow.isPresent() && !flow.equals(shown)) {
            shown = flow;
            var now = flow.get();
            down.setText(words.say(now.down()));
            up.setText(words.say(now.up()));
            received.setText(words.say(Message.of("connect.received", now.received())));
            sent.setText(words.say(Message.of("connect.sent", now.sent())));
            card.setAccessibleText(String.join(", ", down.getText(), received.getText(), up.getText(), sent.getText()));
            draw();
        }
    }

    private void draw() {
        shown.ifPresent(flow -> {
            line(downLine.getPoints(), flow.downs());
            line(upLine.getPoints(), flow.ups());
            line(area.getPoints(), flow.downs());
            area.getPoints().addAll(graph.getWidth(), HEIGHT, 0.0, HEIGHT);
        });
    }

    private void line(List<Double> points, List<Double> curve) {
        var step = graph.getWidth() / Math.max(1, curve.size() - 1);
        var next = new Double[2 * curve.size()];
        for (var i = 0; i < curve.size(); i++) {
            next[2 * i] = i * step;
            next[2 * i + 1] = HEIGHT - 1 - curve.get(i) * (HEIGHT - 2);
        }
        points.clear();
        points.addAll(List.of(next));
    }

    private static HBox figure(Icon arrow, String styleClass, Label rate, Label sum) {
        rate.getStyleClass().add("rate");
        var sums = new VBox(rate, sum);
        HBox.setHgrow(sums, Priority.ALWAYS);
        var figure = Nodes.row("figure", arrow.node(20), sums);
        figure.getStyleClass().add(styleClass);
        return figure;
    }

    private static GridPane halves(Node left, Node right) {
        var grid = new GridPane();
        for (var i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, left, right);
        return grid;
    }
}
