// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// The keys that tunnels run on, a button that wants others, and what came of that below it.
final class KeyRows {
    private final Words words;
    private final Label age = Nodes.label("row-detail");
    private final Label news = Nodes.label("outcome");
    private final Label refusal = Nodes.label("mistake");
    private final Button change;
    private final VBox rows;

    KeyRows(Words words, SettingsViewModel model) {
        this.words = words;
        age.setId("keys-age");
        news.setId("keys-news");
        refusal.setId("keys-refusal");
        change = Nodes.button("change-keys", "secondary", model::changeKeys);
        change.setText(words.say(Message.of("settings.changeKeys")));
        change.setAccessibleHelp(words.say(Setting.KEYS.help()));
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(Setting.KEYS.title())),
                Nodes.label("row-detail", words.say(Setting.KEYS.help())),
                age);
        rows = Nodes.column("field-area", sentences, new FlowPane(10, 10, change), news, refusal);
    }

    Node node() {
        return rows;
    }

    /// Whether there is more to see than before.
    boolean render(KeysPart keys) {
        age.setText(words.say(keys.age()));
        var told = keys.news().map(words::say).orElse("");
        var before = news.getText() + refusal.getText();
        news.setText(keys.refused() ? "" : told);
        refusal.setText(keys.refused() ? told : "");
        Nodes.show(news, !news.getText().isEmpty());
        Nodes.show(refusal, !refusal.getText().isEmpty());
        return !told.isEmpty() && !told.equals(before);
    }
}
