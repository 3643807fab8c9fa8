// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.connect.ConnectScreen.Recent;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.flag.FlagView;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [ConnectScreen]. The big control never moves: what it does next is always in the same place.
public final class ConnectView {
    private final Words words;
    private final ConnectViewModel model;
    private final Emblem emblem = new Emblem();
    private final Label title = Nodes.label("state-title");
    private final Label countdown = Nodes.label("countdown");
    private final Label detail = Nodes.label("state-detail");
    private final Label proof = Nodes.label("proof");
    private final FactRows facts;
    private final FlowCard flow;
    private final WhyCard why;
    private final FlagView flag;
    private final VBox card;
    private final ProblemCard problem;
    private final DetailsCard details;
    private final NoticeCard notice;
    private final AsideRows aside;
    private final FlowPane recents = new FlowPane();
    private final VBox recentArea;
    private final Label destination = new Label();
    private final Button destinationLine;
    private final Button control;
    private final ScrollPane middle;
    private final VBox root;
    private List<Recent> shownRecents = List.of();
    private boolean hadKeyboard;

    /// A view that shows nothing yet.
    public ConnectView(Words words, FlagPictures pictures, ConnectViewModel model) {
        this.words = words;
        this.model = model;
        title.setId("state");
        countdown.setId("countdown");
        detail.setId("state-detail");
        proof.setId("proof");
        facts = new FactRows(words);
        flow = new FlowCard(words);
        why = new WhyCard(words, model::toggleWhy);
        flag = new FlagView(pictures, FlagView.Size.LINE);
        card = Nodes.column("card", proof, facts.node(), why.node());
        problem = new ProblemCard(words, model::remedy);
        details = new DetailsCard(words, model::toggleDetails, model::copyDetails);
        notice = new NoticeCard(words, model::dismissNotice);
        aside = new AsideRows(words, model::choose);
        recents.getStyleClass().add("chips");
        recentArea = Nodes.column("recents", Nodes.label("caption", words.say(Message.of("connect.recent"))), recents);
        destinationLine = destinationLine();
        control = Nodes.button("connect", "primary", model::control);
        control.setMaxWidth(Double.MAX_VALUE);
        var where = Nodes.row("where", flag.node(), detail);
        where.setAlignment(Pos.CENTER);
        var hero = Nodes.column("hero", emblem.node(), title, countdown, where);
        hero.setAlignment(Pos.TOP_CENTER);
        middle = Nodes.scroll(
                Nodes.column("page-body", notice.node(), hero, problem.node(), details.node(), flow.node(), card));
        var foot = Nodes.column("page-foot", aside.node(), recentArea, destinationLine, control);
        root = Nodes.column("page", middle, foot);
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return control;
    }

    /// Shows that screen.
    public void render(ConnectScreen screen) {
        for (var look : Look.values()) {
            root.pseudoClassStateChanged(Emblem.pseudoClass(look), look == screen.look());
        }
        emblem.render(screen.look(), done(screen));
        emblem.small(screen.problem().isPresent() || screen.flow().isPresent());
        title.setText(words.say(screen.title()));
        screen.countdown().ifPresent(left -> countdown.setText(words.say(left)));
        Nodes.show(countdown, screen.countdown().isPresent());
        detail.setText(words.say(screen.detail()));
        flag.render(screen.country());
        flow.render(screen.flow());
        facts.render(screen.facts());
        screen.proof().ifPresent(line -> proof.setText(words.say(line)));
        Nodes.show(proof, screen.proof().isPresent());
        var whyOpened = why.render(screen.why());
        Nodes.show(card, !screen.facts().isEmpty() || screen.proof().isPresent());
        problem.render(screen.problem());
        notice.render(screen.notice());
        screen.destination().ifPresent(line -> destination.setText(words.say(line)));
        Nodes.show(destinationLine, screen.destination().isPresent());
        renderRecents(screen.recents());
        renderControl(screen.control());
        // JavaFX has no live regions: what has the keyboard tells what happens.
        control.setAccessibleText(
                String.join(" ", sentence(title.getText()), sentence(detail.getText()), control.getText()));
        aside.render(screen.aside(), control);
        if (whyOpened) {
            Nodes.reveal(middle, why.node());
        }
        if (details.render(screen.details())) {
            Nodes.reveal(middle, details.node());
        }
    }

    private static String sentence(String text) {
        return text.isEmpty() || !Character.isLetterOrDigit(text.codePointBefore(text.length())) ? text : text + '.';
    }

    private Button destinationLine() {
        var heading = new Label(words.say(Message.of("connect.fastest")));
        heading.getStyleClass().add("row-title");
        destination.getStyleClass().add("row-detail");
        var sentences = Nodes.column("row-titles", heading, destination);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var line = Nodes.button("destination", "line", model::chooseServer);
        line.setGraphic(Nodes.row("row", Icon.BOLT.node(20), sentences, Icon.CHEVRON.node(18)));
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        destination.setId("destination-server");
        line.accessibleTextProperty().bind(heading.textProperty().concat(". ").concat(destination.textProperty()));
        return line;
    }

    private static double done(ConnectScreen screen) {
        return screen.look() == Look.SAFE ? 1 : (double) screen.steps() / ConnectScreen.STEPS;
    }

    private void renderControl(ConnectScreen.Control does) {
        control.setText(words.say(
                switch (does) {
                    case CONNECT -> Message.of("connect.doConnect");
                    case CANCEL -> Message.of("connect.doCancel");
                    case DISCONNECT -> Message.of("connect.doDisconnect");
                    case RESUME -> Message.of("connect.doResume");
                    case RETRY -> Message.of("connect.doRetry");
                    case NOTHING -> Message.of("connect.doNothing");
                }));
        disable(does == ConnectScreen.Control.NOTHING);
        control.getStyleClass().removeAll("primary", "quiet");
        control.getStyleClass().add(protects(does) ? "primary" : "quiet");
    }

    /// What is disabled loses the keyboard, and gets it back when there is something to do again.
    private void disable(boolean disabled) {
        hadKeyboard |= disabled && control.isFocused();
        control.setDisable(disabled);
        if (hadKeyboard && !disabled) {
            hadKeyboard = false;
            control.requestFocus();
        }
    }

    private static boolean protects(ConnectScreen.Control does) {
        return switch (does) {
            case CONNECT, RESUME, RETRY -> true;
            case CANCEL, DISCONNECT, NOTHING -> false;
        };
    }

    private void renderRecents(List<Recent> now) {
        if (!now.equals(shownRecents)) {
            shownRecents = now;
            recents.getChildren().setAll(now.stream().map(this::chip).toList());
        }
        Nodes.show(recentArea, !now.isEmpty());
    }

    private Button chip(Recent recent) {
        var id = recent.serverId();
        var chip = Nodes.button("recent-" + id, "chip", () -> model.connectTo(id));
        chip.setText(recent.place().city());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setAccessibleText(words.say(recent.place().message()));
        return chip;
    }
}
