// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Shows the words of a label, and nothing else of it, as nodes of one line each, one below the other. Lines begin
/// where the label's direction has them begin.
final class ProseSkin extends SkinBase<Label> {
    private final Text ruler = new Text();
    private final LineBreaks breaks = new LineBreaks(this::widthOf);
    private List<String> lines = List.of();
    private double brokenAt = Double.NaN;

    ProseSkin(Label label) {
        super(label);
        ruler.fontProperty().bind(label.fontProperty());
        Stream.<ObservableValue<?>>of(
                        label.textProperty(),
                        label.fontProperty(),
                        label.alignmentProperty(),
                        label.textAlignmentProperty(),
                        label.lineSpacingProperty())
                .forEach(value -> registerChangeListener(value, _ -> forget()));
    }

    private void forget() {
        brokenAt = Double.NaN;
        getSkinnable().requestLayout();
    }

    private double widthOf(String line) {
        ruler.setText(line);
        return ruler.getLayoutBounds().getWidth();
    }

    private String words() {
        return Objects.requireNonNullElse(getSkinnable().getText(), "");
    }

    private List<String> brokenAt(double width) {
        if (width != brokenAt) {
            brokenAt = width;
            lines = getSkinnable().getTextAlignment() == TextAlignment.CENTER
                    ? breaks.even(words(), width)
                    : breaks.of(words(), width);
        }
        return lines;
    }

    private double lineHeight() {
        ruler.setText("");
        return ruler.getLayoutBounds().getHeight();
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + right;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        var longest = words().lines().mapToDouble(this::widthOf).max().orElse(0);
        return left + snapSizeX(longest) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        var room = width < 0 ? Double.MAX_VALUE : width - left - right;
        var count = brokenAt(room).size();
        var spacing = (count - 1) * getSkinnable().getLineSpacing();
        return top + snapSizeY(count * lineHeight() + spacing) + bottom;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return getSkinnable().prefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return getSkinnable().prefHeight(width);
    }

    @Override
    protected double computeBaselineOffset(double top, double right, double bottom, double left) {
        ruler.setText("");
        return top + ruler.getBaselineOffset();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        var label = getSkinnable();
        show(brokenAt(width));
        // Several lines are aligned in all the room there is, one line as the label is.
        var block = getChildren().size() == 1
                ? getChildren().getFirst().getLayoutBounds().getWidth()
                : width;
        var step = lineHeight() + label.getLineSpacing();
        var tall = getChildren().size() * step - label.getLineSpacing();
        var beside = (width - block) * part(label.getAlignment().getHpos());
        var above = Math.max(0, height - tall) * part(label.getAlignment().getVpos());
        for (var i = 0; i < getChildren().size(); i++) {
            var line = getChildren().get(i);
            var room = block - line.getLayoutBounds().getWidth();
            line.relocate(snapPositionX(x + beside + room * part(label.getTextAlignment())), y + above + i * step);
        }
    }

    private void show(List<String> wanted) {
        var nodes = getChildren();
        while (nodes.size() < wanted.size()) {
            nodes.add(line());
        }
        nodes.remove(wanted.size(), nodes.size());
        for (var i = 0; i < wanted.size(); i++) {
            ((Text) nodes.get(i)).setText(wanted.get(i));
        }
    }

    private Text line() {
        var line = new Text();
        line.getStyleClass().add("text");
        line.fontProperty().bind(getSkinnable().fontProperty());
        line.fillProperty().bind(getSkinnable().textFillProperty());
        return line;
    }

    private static double part(HPos place) {
        return switch (place) {
            case LEFT -> 0;
            case CENTER -> 0.5;
            case RIGHT -> 1;
        };
    }

    private static double part(VPos place) {
        return switch (place) {
            case TOP, BASELINE -> 0;
            case CENTER -> 0.5;
            case BOTTOM -> 1;
        };
    }

    private static double part(TextAlignment alignment) {
        return switch (alignment) {
            case LEFT, JUSTIFY -> 0;
            case CENTER -> 0.5;
            case RIGHT -> 1;
        };
    }
}
