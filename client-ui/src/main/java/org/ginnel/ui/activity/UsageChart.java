// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ginnel.ui.activity.ActivityScreen.Bar;

/// Bars side by side, each of two parts. The mouse, and with the focus the arrow keys, choose the one to be told.
final class UsageChart extends Pane {
    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private static final double GAP_SHARE = 0.28;
    private static final double SMALLEST = 2;

    private final IntConsumer select;
    private final List<Column> columns = new ArrayList<>();
    private final Region ground = region("chart-ground");
    private List<Bar> bars = List.of();
    private int told;

    private record Column(Region slot, Region received, Region sent) {}

    /// @param select called with the number of the bar that is to be told
    UsageChart(IntConsumer select) {
        this.select = select;
        getStyleClass().add("chart");
        setId("usage-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnKeyPressed(this::key);
        setOnMouseMoved(mouse -> choose(columnAt(mouse.getX())));
        setOnMouseClicked(mouse -> {
            requestFocus();
            choose(columnAt(mouse.getX()));
        });
        getChildren().add(ground);
    }

    /// @param said what the chart says, for those who do not see it
    void render(List<Bar> now, int chosen, String said) {
        told = chosen;
        setAccessibleText(said);
        if (now.size() != bars.size()) {
            columns.clear();
            getChildren().setAll(ground);
            now.forEach(_ -> add(new Column(region("chart-slot"), region("chart-received"), region("chart-sent"))));
        }
        bars = now;
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i).slot().pseudoClassStateChanged(TOLD, i == told);
        }
        requestLayout();
    }

    private void add(Column column) {
        columns.add(column);
        getChildren().addAll(column.slot(), column.received(), column.sent());
    }

    private static Region region(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        region.setMouseTransparent(true);
        return region;
    }

    private int columnAt(double x) {
        return (int) (x / Math.max(1, getWidth()) * columns.size());
    }

    private void choose(int column) {
        var within = Math.clamp(column, 0, columns.size() - 1);
        if (within != told) {
            select.accept(within);
        }
    }

    private void key(KeyEvent key) {
        var mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        switch (key.getCode()) {
            case LEFT -> choose(told + (mirrored ? 1 : -1));
            case RIGHT -> choose(told + (mirrored ? -1 : 1));
            case HOME -> choose(0);
            case END -> choose(columns.size() - 1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    @Override
    protected void layoutChildren() {
        var slot = getWidth() / Math.max(1, columns.size());
        var gap = slot * GAP_SHARE;
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var received = height(bars.get(i).received());
            var sent = height(bars.get(i).sent());
            var x = i * slot + gap / 2;
            column.slot().resizeRelocate(i * slot, 0, slot, getHeight());
            column.received().resizeRelocate(x, getHeight() - received, slot - gap, received);
            column.sent().resizeRelocate(x, getHeight() - received - sent, slot - gap, sent);
        }
        ground.resizeRelocate(0, getHeight() - 1, getWidth(), 1);
    }

    private double height(double share) {
        return share <= 0 ? 0 : Math.max(SMALLEST, share * (getHeight() - 4));
    }
}
