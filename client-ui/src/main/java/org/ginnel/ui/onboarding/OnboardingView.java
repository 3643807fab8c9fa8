// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.SteadyField;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows an [OnboardingScreen] around the two fields that the user fills in.
public final class OnboardingView {
    private static final PseudoClass MISTAKEN = PseudoClass.getPseudoClass("mistaken");

    private final Words words;
    private final KeyField key = new KeyField();
    private final Button reveal;
    private final Label keyMistake = Nodes.label("mistake");
    private final TextField address = new SteadyField();
    private final Label addressMistake = Nodes.label("mistake");
    private final ProblemCard problem;
    private final Button login;
    private final Button cancel;
    private final Button importConfig;
    private final VBox demo;
    private final Button useDemo;
    private final VBox root;
    private int form;

    /// A view that shows nothing yet.
    public OnboardingView(Words words, OnboardingViewModel model) {
        this.words = words;
        reveal = Nodes.button("reveal-key", "icon-button", this::toggleReveal);
        problem = new ProblemCard(words, model::remedy);
        login = Nodes.button("login", "primary", () -> model.login(key.getText(), address.getText()));
        cancel = Nodes.button("cancel-login", "quiet", model::cancel);
        importConfig = Nodes.button("import-config", "secondary", model::importConfig);
        useDemo = Nodes.button("use-demo", "secondary", model::useDemo);
        demo = Nodes.column("demo", Nodes.label("caption", words.say(Message.of("onboarding.demoHelp"))), useDemo);
        fill();
        var body = Nodes.column("page-body", head(), keyArea(), addressArea(), problem.node());
        root = Nodes.column("page", Nodes.scroll(body), Nodes.column("page-foot", login, cancel, importConfig, demo));
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return key;
    }

    /// Shows that screen.
    public void render(OnboardingScreen screen) {
        if (screen.form() != form) {
            form = screen.form();
            empty();
        }
        mistake(key, keyMistake, screen.keyMistake());
        mistake(address, addressMistake, screen.addressMistake());
        problem.render(screen.problem());
        login.setText(words.say(Message.of(screen.busy() ? "onboarding.checking" : "onboarding.continue")));
        for (var node : new Node[] {key, address, login, importConfig, useDemo}) {
            node.setDisable(screen.busy());
        }
        Nodes.show(importConfig, !screen.busy());
        Nodes.show(cancel, screen.busy());
        Nodes.show(demo, screen.demo() && !screen.busy());
        tell(screen);
    }

    /// What came of it is told where it is mended: that field gets the keyboard, and says it to who cannot see.
    private void tell(OnboardingScreen screen) {
        var ofKey = screen.keyMistake().or(() -> screen.problem().map(Problem::title));
        key.setAccessibleHelp(ofKey.map(words::say).orElse(""));
        address.setAccessibleHelp(screen.addressMistake().map(words::say).orElse(""));
        if (ofKey.isPresent() || (cancel.isFocused() && !screen.busy())) {
            key.requestFocus();
        } else if (screen.addressMistake().isPresent()) {
            address.requestFocus();
        } else if (screen.busy()) {
            cancel.requestFocus();
        }
    }

    /// What is no longer needed is not kept.
    private void empty() {
        key.clear();
        key.reveal(false);
        address.clear();
        labelReveal();
    }

    private void fill() {
        key.setId("paste-key");
        key.setPromptText(words.say(Message.of("onboarding.keyPrompt")));
        key.setAccessibleText(words.say(Message.of("onboarding.key")));
        key.setOnAction(_ -> login.fire());
        address.setId("api-address");
        address.setPromptText(words.say(Message.of("onboarding.addressPrompt")));
        address.setAccessibleText(words.say(Message.of("onboarding.provider")));
        address.setOnAction(_ -> login.fire());
        keyMistake.setId("key-mistake");
        addressMistake.setId("address-mistake");
        cancel.setText(words.say(Message.of("onboarding.cancel")));
        importConfig.setText(words.say(Message.of("own.import")));
        useDemo.setText(words.say(Message.of("onboarding.demo")));
        for (var button : new Button[] {login, cancel, importConfig, useDemo}) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        labelReveal();
    }

    private VBox head() {
        var mark = Icon.PASSAGE.node(40);
        mark.getStyleClass().add("brand");
        return Nodes.column(
                "page-head",
                mark,
                Nodes.label("page-title", words.say(Message.of("onboarding.title"))),
                Nodes.label("page-intro", words.say(Message.of("onboarding.intro"))));
    }

    private VBox keyArea() {
        var field = new HBox(key, reveal);
        field.getStyleClass().add("field");
        HBox.setHgrow(key, Priority.ALWAYS);
        return Nodes.column(
                "field-area", Nodes.label("field-label", words.say(Message.of("onboarding.key"))), field, keyMistake);
    }

    private VBox addressArea() {
        var field = new HBox(address);
        field.getStyleClass().add("field");
        HBox.setHgrow(address, Priority.ALWAYS);
        return Nodes.column(
                "field-area",
                Nodes.label("field-label", words.say(Message.of("onboarding.provider"))),
                field,
                addressMistake,
                Nodes.label("caption", words.say(Message.of("onboarding.addressHelp"))));
    }

    private void mistake(TextField field, Label label, Optional<Message> mistake) {
        mistake.ifPresent(message -> label.setText(words.say(message)));
        Nodes.show(label, mistake.isPresent());
        field.getParent().pseudoClassStateChanged(MISTAKEN, mistake.isPresent());
    }

    private void toggleReveal() {
        key.reveal(!key.isRevealed());
        labelReveal();
    }

    private void labelReveal() {
        var revealed = key.isRevealed();
        reveal.setGraphic((revealed ? Icon.EYE_CROSSED : Icon.EYE).node(20));
        reveal.setAccessibleText(words.say(Message.of(revealed ? "onboarding.hide" : "onboarding.show")));
    }
}
