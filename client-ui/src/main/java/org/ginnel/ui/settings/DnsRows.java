// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.SteadyField;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// The setting for DNS servers: a field, and buttons while it holds something that is not saved.
final class DnsRows {
    private static final PseudoClass MISTAKEN = PseudoClass.getPseudoClass("mistaken");

    private final Words words;
    private final TextField field = new SteadyField();
    private final HBox frame = Nodes.row("field", field);
    private final Label mistake = Nodes.label("mistake");
    private final HBox buttons;
    private final VBox rows;

    DnsRows(Words words, SettingsViewModel model) {
        this.words = words;
        prepare(model);
        HBox.setHgrow(field, Priority.ALWAYS);
        var save = Nodes.button("dns-save", "secondary", model::saveDns);
        save.setText(words.say(Message.of("settings.dnsSave")));
        var forget = Nodes.button("dns-forget", "secondary", model::forgetDns);
        forget.setText(words.say(Message.of("settings.dnsForget")));
        buttons = Nodes.row("buttons", save, forget);
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(Message.of("settings.dns"))),
                Nodes.label("row-detail", words.say(Message.of("settings.dnsHelp"))));
        rows = Nodes.column("field-area", sentences, frame, mistake, buttons);
    }

    Node node() {
        return rows;
    }

    void render(SettingsScreen screen) {
        if (!field.getText().equals(screen.dns())) {
            field.setText(screen.dns());
        }
        screen.dnsMistake().ifPresent(told -> mistake.setText(words.say(told)));
        Nodes.show(mistake, screen.dnsMistake().isPresent());
        frame.pseudoClassStateChanged(MISTAKEN, screen.dnsMistake().isPresent());
        var wasShown = buttons.isVisible();
        Nodes.show(buttons, screen.dnsChanged());
        if (wasShown && !screen.dnsChanged() && buttons.getChildren().stream().anyMatch(Node::isFocused)) {
            field.requestFocus();
        }
    }

    private void prepare(SettingsViewModel model) {
        field.setId("dns");
        mistake.setId("dns-mistake");
        field.setPromptText(words.say(Message.of("settings.dnsPrompt")));
        field.setAccessibleText(words.say(Message.of("settings.dns")));
        field.setAccessibleHelp(words.say(Message.of("settings.dnsHelp")));
        field.textProperty().addListener((_, _, text) -> model.typeDns(text));
        field.setOnAction(_ -> model.saveDns());
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && buttons.isVisible()) {
                model.forgetDns();
                key.consume();
            }
        });
    }
}
