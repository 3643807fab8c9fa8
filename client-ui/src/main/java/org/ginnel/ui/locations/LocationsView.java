// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [LocationsScreen]; only the rows in sight have nodes.
public final class LocationsView {
    private static final double ROW_HEIGHT = 58;

    private final Words words;
    private final LocationsViewModel model;
    private final Label summary = Nodes.label("page-intro");
    private final Button measure;
    private final TextField search = new TextField();
    private final ListView<LocationRow> list = new ListView<>();
    private final Label notice = Nodes.label("notice");
    private final ProblemCard problem;
    private final VBox root;

    /// A view that shows nothing yet.
    public LocationsView(Words words, LocationsViewModel model) {
        this.words = words;
        this.model = model;
        measure = Nodes.button("measure", "secondary", model::measure);
        measure.setGraphic(Icon.REFRESH.node(18));
        problem = new ProblemCard(words, model::remedy);
        notice.setId("locations-notice");
        prepareSearch();
        prepareList();
        var titles = Nodes.column(
                "page-titles", Nodes.label("page-title", words.say(Message.of("locations.title"))), summary);
        HBox.setHgrow(titles, Priority.ALWAYS);
        var field = Nodes.row("field", Icon.SEARCH.node(20), search);
        HBox.setHgrow(search, Priority.ALWAYS);
        var area = new StackPane(list, notice);
        VBox.setVgrow(area, Priority.ALWAYS);
        root = Nodes.column(
                "page", Nodes.column("page-top", Nodes.row("page-bar", titles, measure), field, problem.node()), area);
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
        summary.setText(screen.summary().map(words::say).orElse(""));
        measure.setText(words.say(Message.of(screen.measuring() ? "locations.measuring" : "locations.measure")));
        measure.setDisable(screen.measuring());
        problem.render(screen.problem());
        notice.setText(screen.notice().map(words::say).orElse(""));
        Nodes.show(notice, screen.notice().isPresent());
        Nodes.show(list, !screen.rows().isEmpty());
        renderRows(screen.rows());
    }

    private void renderRows(List<LocationRow> rows) {
        if (rows.equals(list.getItems())) {
            return;
        }
        var selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(rows);
        if (selected != null) {
            rows.stream()
                    .filter(row -> row.target().equals(selected.target()))
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
                list.requestFocus();
                list.getSelectionModel().selectFirst();
            }
        });
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
            } else if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                key.consume();
            }
        });
    }

    private void prepareList() {
        list.setId("servers");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new LocationCell(words, model::choose));
        list.setOnKeyPressed(key -> {
            var row = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && row != null) {
                model.choose(row.target());
                key.consume();
            }
        });
    }
}
