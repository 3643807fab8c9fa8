// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.activity.ActivityScreen.Asking;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows an [ActivityScreen].
public final class ActivityView {
    private final Words words;
    private final ActivityViewModel model;
    private final ProblemCard problem;
    private final UsageCard usage;
    private final SessionRows sessions;
    private final Label empty = Nodes.label("notice");
    private final CheckBox keep = new CheckBox();
    private final Label question = Nodes.label("row-detail");
    private final Button yes;
    private final VBox confirmation;
    private final FlowPane exports;
    private final Label news = Nodes.label("row-detail");
    private final VBox own;
    private final VBox root;

    /// A view that shows nothing yet.
    public ActivityView(Words words, ActivityViewModel model) {
        this.words = words;
        this.model = model;
        problem = new ProblemCard(words, model::remedy);
        usage = new UsageCard(words, model);
        usage.render(Optional.empty());
        sessions = new SessionRows(words, model);
        empty.setId("activity-empty");
        news.setId("activity-news");
        yes = Nodes.button("history-yes", "danger", model::confirm);
        confirmation = confirmation();
        exports = exports();
        own = own();
        var titles = Nodes.column(
                "page-titles",
                Nodes.label("page-title", words.say(Message.of("activity.title"))),
                Nodes.label("page-intro", words.say(Message.of("activity.intro"))));
        var body = Nodes.column(
                "page-body", titles, problem.node(), empty, usage.usage(), usage.byServer(), sessions.node(), own);
        root = Nodes.column("page", Nodes.scroll(body));
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return usage.first();
    }

    /// Shows that screen.
    public void render(ActivityScreen screen) {
        problem.render(screen.problem());
        usage.render(screen.chart());
        sessions.render(screen.sessions(), screen.more());
        var kept = screen.kept().orElse(false);
        var used = screen.chart().isPresent() || !screen.sessions().isEmpty();
        Nodes.show(empty, screen.loading() || (screen.kept().isPresent() && !used));
        empty.setText(words.say(
                screen.loading()
                        ? Message.of("activity.loading")
                        : kept ? Message.of("activity.empty") : Message.of("activity.off")));
        Nodes.show(own, screen.kept().isPresent());
        keep.setSelected(kept);
        ask(screen.asking());
        Nodes.show(exports, used && screen.asking() == Asking.NOTHING);
        Nodes.show(news, screen.news().isPresent());
        screen.news().ifPresent(said -> news.setText(words.say(said)));
    }

    private void ask(Asking asking) {
        Nodes.show(confirmation, asking != Asking.NOTHING);
        if (asking == Asking.NOTHING) {
            return;
        }
        var stop = asking == Asking.STOP;
        question.setText(words.say(stop ? Message.of("activity.stopSure") : Message.of("activity.deleteSure")));
        yes.setText(words.say(stop ? Message.of("activity.stopYes") : Message.of("activity.deleteYes")));
    }

    private VBox own() {
        keep.setId("keep-history");
        keep.getStyleClass().add("switch");
        keep.setAccessibleText(words.say(Message.of("activity.keep")));
        keep.setAccessibleHelp(words.say(Message.of("activity.keepHelp")));
        keep.setOnAction(_ -> model.keep(keep.isSelected()));
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(Message.of("activity.keep"))),
                Nodes.label("row-detail", words.say(Message.of("activity.keepHelp"))));
        HBox.setHgrow(sentences, Priority.ALWAYS);
        return Nodes.column(
                "section",
                Nodes.label("section-title", words.say(Message.of("activity.own"))),
                Nodes.column("card", Nodes.row("setting", sentences, keep), confirmation, exports, news));
    }

    private VBox confirmation() {
        var no = Nodes.button("history-no", "secondary", model::cancel);
        no.setText(words.say(Message.of("activity.keepIt")));
        return Nodes.column("confirmation", question, new FlowPane(10, 10, yes, no));
    }

    private FlowPane exports() {
        var asSessions = Nodes.button("export-sessions", "secondary", model::exportSessions);
        asSessions.setText(words.say(Message.of("activity.exportSessions")));
        var asDays = Nodes.button("export-days", "secondary", model::exportDays);
        asDays.setText(words.say(Message.of("activity.exportDays")));
        var delete = Nodes.button("delete-history", "secondary", model::delete);
        delete.setText(words.say(Message.of("activity.delete")));
        return new FlowPane(10, 10, asSessions, asDays, delete);
    }
}
