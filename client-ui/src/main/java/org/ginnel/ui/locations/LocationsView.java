// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ginnel.relay.Target;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.SteadyField;
import org.ginnel.ui.fx.TextSize;
import org.ginnel.ui.map.MapView;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.jspecify.annotations.Nullable;

/// Shows a [LocationsScreen]: the list beside the map, or one in front of the other where there is too little room.
/// Only the lines in sight have nodes, and there is no map before it is first seen.
public final class LocationsView {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double WIDE = 700;
    private static final double LIST_WIDTH = 400;
    private final Words words;
    private final LocationsViewModel model;
    private final FlagPictures pictures;
    private final TextSize textSize = new TextSize(this::arrange);
    private final Label summary = Nodes.label("page-intro");
    private final Button measure;
    private final Button add;
    private final Button flip;
    private final TextField search = new SteadyField();
    private final Map<Order, Button> orders = new EnumMap<>(Order.class);
    private final FlowPane orderRow = new FlowPane();
    private final ListView<LocationLine> list = new ListView<>();
    private final StackPane listArea;
    private final Label notice = Nodes.label("notice");
    private final ProblemCard problem;
    private final VBox column;
    private final HBox root;
    private @Nullable MapView map;
    private @Nullable LocationsScreen shown;

    /// A view that shows nothing yet.
    public LocationsView(Words words, FlagPictures pictures, LocationsViewModel model) {
        this.words = words;
        this.pictures = pictures;
        this.model = model;
        measure = Nodes.button("measure", "icon-button", model::measure);
        measure.setGraphic(Icon.REFRESH.node(20));
        add = Nodes.button("add-own", "icon-button", model::addOwn);
        add.setGraphic(Icon.PLUS.node(20));
        add.setAccessibleText(words.say(Message.of("own.import")));
        flip = Nodes.button("flip-map", "secondary", () -> model.showMap(shown == null || !shown.mapInFront()));
        problem = new ProblemCard(words, model::remedy);
        notice.setId("locations-notice");
        prepareSearch();
        prepareOrders();
        prepareList();
        var titles = Nodes.column(
                "page-titles", Nodes.label("page-title", words.say(Message.of("locations.title"))), summary);
        HBox.setHgrow(titles, Priority.ALWAYS);
        var field = Nodes.row("field", Icon.SEARCH.node(20), search);
        HBox.setHgrow(search, Priority.ALWAYS);
        listArea = new StackPane(list, notice);
        var top = Nodes.column(
                "page-top", Nodes.row("page-bar", titles, add, measure, flip), field, orderRow, problem.node());
        column = Nodes.column("page", textSize.node(), top, listArea);
        root = new HBox(column);
        root.getStyleClass().add("locations");
        root.widthProperty().addListener(_ -> arrange());
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return search;
    }

    /// Shows that screen.
    public void render(LocationsScreen screen) {
        shown = screen;
        summary.setText(screen.summary().map(words::say).orElse(""));
        measure.setAccessibleText(
                words.say(Message.of(screen.measuring() ? "locations.measuring" : "locations.measure")));
        measure.setDisable(screen.measuring());
        problem.render(screen.problem());
        notice.setText(screen.notice().map(words::say).orElse(""));
        Nodes.show(notice, screen.notice().isPresent());
        Nodes.show(list, !screen.lines().isEmpty());
        orders.forEach((order, button) -> {
            Nodes.show(button, screen.orders().contains(order));
            button.pseudoClassStateChanged(CURRENT, order == screen.order());
        });
        renderLines(screen.lines());
        arrange();
        if (map != null) {
            map.render(screen.map());
        }
    }

    /// Puts the map where there is room for it.
    private void arrange() {
        var inFront = shown != null && shown.mapInFront();
        var wide = root.getWidth() >= textSize.grown(WIDE);
        flip.setText(words.say(Message.of(inFront ? "locations.showList" : "locations.showMap")));
        flip.setGraphic((inFront ? Icon.LIST : Icon.GLOBE).node(18));
        Nodes.show(flip, !wide);
        Nodes.show(orderRow, wide || !inFront);
        column.setMinWidth(wide ? textSize.grown(LIST_WIDTH) : 0);
        column.setMaxWidth(wide ? textSize.grown(LIST_WIDTH) : Double.MAX_VALUE);
        HBox.setHgrow(column, wide ? Priority.NEVER : Priority.ALWAYS);
        var node = wide || inFront ? map().root() : null;
        if (node == null) {
            place(column, listArea);
            fill(List.of(column));
        } else if (wide) {
            place(column, listArea);
            HBox.setHgrow(node, Priority.ALWAYS);
            fill(List.of(column, node));
        } else {
            place(column, node);
            fill(List.of(column));
        }
    }

    /// What is taken out and put back loses the keyboard, so what is there stays.
    private void fill(List<Node> nodes) {
        if (!root.getChildren().equals(nodes)) {
            root.getChildren().setAll(nodes);
        }
    }

    private static void place(VBox column, Node below) {
        VBox.setVgrow(below, Priority.ALWAYS);
        if (!column.getChildren().getLast().equals(below)) {
            column.getChildren().set(column.getChildren().size() - 1, below);
        }
    }

    private MapView map() {
        if (map == null) {
            map = new MapView(words, pictures, model::lookAt, id -> model.choose(new Target.Chosen(id)));
            if (shown != null) {
                map.render(shown.map());
            }
        }
        return map;
    }

    private void renderLines(List<LocationLine> lines) {
        if (lines.equals(list.getItems())) {
            return;
        }
        var selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(lines);
        if (selected instanceof LocationRow before) {
            lines.stream()
                    .filter(line -> line.choice().equals(before.choice()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private void prepareSearch() {
        search.setId("search");
        search.setPromptText(words.say(Message.of("locations.search")));
        search.textProperty().addListener((_, _, text) -> model.search(text));
        search.setOnAction(_ -> {
            if (!model.chooseOnlyMatch()) {
                toList();
            }
        });
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN) {
                toList();
            } else if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                key.consume();
            }
        });
    }

    private void toList() {
        list.requestFocus();
        selectFirst();
    }

    /// Who comes with the keyboard sees what Enter would choose.
    private void selectFirst() {
        list.getItems().stream()
                .filter(line -> line.choice().isPresent())
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void prepareOrders() {
        orderRow.getStyleClass().add("segments");
        for (var order : Order.values()) {
            var button =
                    Nodes.button("order-" + order.name().toLowerCase(Locale.ROOT), "segment", () -> model.sort(order));
            button.setText(words.say(order.label()));
            orders.put(order, button);
            orderRow.getChildren().add(button);
        }
    }

    private void prepareList() {
        list.setId("servers");
        list.setAccessibleText(words.say(Message.of("locations.title")));
        list.setCellFactory(_ -> new LocationCell(words, pictures, model::choose, model::favour));
        list.setOnKeyPressed(this::key);
        list.focusedProperty().addListener((_, _, has) -> {
            if (has && list.getSelectionModel().isEmpty()) {
                selectFirst();
            }
        });
    }

    private void key(KeyEvent key) {
        var line = list.getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        if (key.getCode() == KeyCode.ENTER) {
            line.choice().ifPresent(model::choose);
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE && line instanceof LocationRow row) {
            row.serverId().ifPresent(model::favour);
            key.consume();
        }
    }
}
