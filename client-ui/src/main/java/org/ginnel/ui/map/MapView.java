// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.flag.FlagView;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Inks;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.TextSize;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [MapScreen]: drag to pan, wheel, pinch or double click to zoom, arrows, plus and minus on the keyboard.
/// Draws only when something changed, and more than is seen, so that panning moves what is drawn already.
public final class MapView {
    private static final double STEP = 60;
    private static final double CLOSER = 1.6;
    private static final double A_CLICK = 4;

    /// How far beyond each edge is drawn, in pixels.
    private static final double MARGIN = 160;

    private final Words words;
    private final Consumer<Optional<String>> lookAt;
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(MapPainter.INKS, this::draw);
    private final TextSize textSize = new TextSize(this::draw);
    private final MapPainter painter = new MapPainter(WorldShapes.load(), inks, textSize);
    private final FlagView flag;
    private final Label place = Nodes.label("row-title");
    private final Label latency = Nodes.label("row-detail");
    private final Button connect;
    private final HBox card;
    private final StackPane root;
    private Viewpoint view = Viewpoint.world();
    private Viewpoint painted = view;
    private double width;
    private double height;
    private MapScreen screen = MapScreen.EMPTY;
    private Dots dots = new Dots(List.of());
    private double pressedX;
    private double pressedY;
    private double draggedX;
    private double draggedY;

    /// A map without servers yet.
    ///
    /// @param lookAt called when a server is clicked, or none
    /// @param choose called when the one that is looked at is to be connected to
    public MapView(Words words, FlagPictures pictures, Consumer<Optional<String>> lookAt, Consumer<String> choose) {
        this.words = words;
        this.lookAt = lookAt;
        flag = new FlagView(pictures, FlagView.Size.LINE);
        place.setId("map-place");
        connect = Nodes.button(
                "map-connect", "secondary", () -> screen.card().ifPresent(shown -> choose.accept(shown.serverId())));
        connect.setText(words.say(Message.of("connect.doConnect")));
        card = Nodes.row("map-card", flag.node(), new VBox(place, latency), Nodes.gap(), connect);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        Nodes.show(card, false);
        var paper = new Pane(canvas, inks.node(), textSize.node());
        paper.setMinSize(0, 0);
        paper.widthProperty().addListener(_ -> resized(paper));
        paper.heightProperty().addListener(_ -> resized(paper));
        root = new StackPane(paper, zoomButtons(), card);
        root.setId("map");
        root.getStyleClass().add("map");
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        root.setAccessibleText(words.say(Message.of("map.spoken")));
        StackPane.setAlignment(card, Pos.BOTTOM_CENTER);
        listen(paper);
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// Shows that screen.
    public void render(MapScreen now) {
        if (now.equals(screen)) {
            return;
        }
        screen = now;
        now.card().ifPresent(shown -> {
            flag.render(shown.country());
            place.setText(words.say(shown.place()));
            latency.setText(shown.latency().map(words::say).orElse(""));
            Nodes.show(latency, shown.latency().isPresent());
            Nodes.show(connect, shown.canConnect());
        });
        Nodes.show(card, now.card().isPresent());
        draw();
    }

    private void resized(Pane paper) {
        width = paper.getWidth();
        height = paper.getHeight();
        paper.setClip(new Rectangle(width, height));
        canvas.setWidth(width + 2 * MARGIN);
        canvas.setHeight(height + 2 * MARGIN);
        canvas.relocate(-MARGIN, -MARGIN);
        draw();
    }

    private void draw() {
        if (width < 1 || height < 1 || root.getScene() == null) {
            return;
        }
        painted = view;
        canvas.setTranslateX(0);
        canvas.setTranslateY(0);
        dots = Dots.of(screen.dots(), view, scale(), canvas.getWidth(), canvas.getHeight());
        painter.paint(
                canvas.getGraphicsContext2D(), screen, dots, view, scale(), canvas.getWidth(), canvas.getHeight());
    }

    private void look(Viewpoint next) {
        if (next.equals(view)) {
            return;
        }
        view = next;
        var right = (painted.x() - view.x()) * scale();
        var down = (painted.y() - view.y()) * scale();
        if (painted.zoom() != view.zoom() || Math.abs(right) > MARGIN || Math.abs(down) > MARGIN) {
            draw();
        } else {
            canvas.setTranslateX(right);
            canvas.setTranslateY(down);
        }
    }

    private Optional<Dots.Spot> spotAt(double x, double y) {
        return dots.at(x + MARGIN - canvas.getTranslateX(), y + MARGIN - canvas.getTranslateY());
    }

    private void zoom(double factor, double x, double y) {
        look(view.zoomedBy(factor, x - width / 2, y - height / 2, scale()));
    }

    private void zoomMiddle(double factor) {
        zoom(factor, width / 2, height / 2);
    }

    private double scale() {
        return view.scale(width, height);
    }

    private VBox zoomButtons() {
        var closer = Nodes.button("map-closer", "map-button", () -> zoomMiddle(CLOSER));
        closer.setGraphic(Icon.PLUS.node(18));
        closer.setAccessibleText(words.say(Message.of("map.closer")));
        var farther = Nodes.button("map-farther", "map-button", () -> zoomMiddle(1 / CLOSER));
        farther.setGraphic(Icon.MINUS.node(18));
        farther.setAccessibleText(words.say(Message.of("map.farther")));
        var buttons = Nodes.column("map-buttons", closer, farther);
        buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(buttons, Pos.TOP_RIGHT);
        return buttons;
    }

    private void listen(Pane paper) {
        paper.setOnMousePressed(press -> {
            root.requestFocus();
            pressedX = press.getX();
            pressedY = press.getY();
            draggedX = pressedX;
            draggedY = pressedY;
        });
        paper.setOnMouseDragged(drag -> {
            look(view.pannedBy(drag.getX() - draggedX, drag.getY() - draggedY, scale()));
            draggedX = drag.getX();
            draggedY = drag.getY();
        });
        paper.setOnMouseClicked(this::clicked);
        paper.setOnScroll(scroll -> {
            zoom(Math.exp(Math.clamp(scroll.getDeltaY(), -200, 200) / 260), scroll.getX(), scroll.getY());
            scroll.consume();
        });
        paper.setOnZoom(pinch -> zoom(pinch.getZoomFactor(), pinch.getX(), pinch.getY()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.sceneProperty().addListener(_ -> draw());
    }

    private void clicked(MouseEvent click) {
        if (click.getButton() != MouseButton.PRIMARY
                || Math.hypot(click.getX() - pressedX, click.getY() - pressedY) > A_CLICK) {
            return;
        }
        var spot = spotAt(click.getX(), click.getY());
        if (spot.filter(several -> several.count() > 1).isPresent() && view.zoom() < Viewpoint.CLOSEST) {
            zoom(CLOSER * CLOSER, click.getX(), click.getY());
        } else if (spot.isEmpty() && click.getClickCount() == 2) {
            zoom(CLOSER, click.getX(), click.getY());
        } else {
            lookAt.accept(spot.map(one -> one.dot().serverId()));
        }
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> look(view.pannedBy(STEP, 0, scale()));
            case RIGHT -> look(view.pannedBy(-STEP, 0, scale()));
            case UP -> look(view.pannedBy(0, STEP, scale()));
            case DOWN -> look(view.pannedBy(0, -STEP, scale()));
            case PLUS, EQUALS, ADD -> zoomMiddle(CLOSER);
            case MINUS, SUBTRACT -> zoomMiddle(1 / CLOSER);
            case DIGIT0, NUMPAD0 -> look(Viewpoint.world());
            default -> {
                return;
            }
        }
        key.consume();
    }
}
