// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Export, import and reset of all settings, with what they ask and tell.
final class ExchangeRows {
    private final Words words;
    private final VBox changes = Nodes.column("changes");
    private final Label question = Nodes.label("row-detail");
    private final Label news = Nodes.label("row-detail");
    private final Button yes;
    private final VBox confirmation;
    private final FlowPane buttons;
    private final VBox exchange;

    ExchangeRows(Words words, SettingsViewModel model) {
        this.words = words;
        news.setId("exchange-news");
        changes.setId("exchange-changes");
        yes = Nodes.button("exchange-yes", "danger", model::confirmExchange);
        var no = Nodes.button("exchange-no", "secondary", model::cancelExchange);
        no.setText(words.say(Message.of("settings.cancel")));
        confirmation = Nodes.column("confirmation", question, changes, new FlowPane(10, 10, yes, no));
        buttons = new FlowPane(
                10,
                10,
                button("settings-export", Message.of("settings.export"), model::exportAll),
                button("settings-import", Message.of("settings.import"), model::importAll),
                button("settings-reset", Message.of("settings.resetAll"), model::reset));
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(Setting.EXCHANGE.title())),
                Nodes.label("row-detail", words.say(Setting.EXCHANGE.help())),
                Nodes.label("row-detail", words.say(Setting.RESET.help())));
        exchange = Nodes.column("field-area", sentences, buttons, confirmation, news);
    }

    private Button button(String id, Message text, Runnable action) {
        var button = Nodes.button(id, "secondary", action);
        button.setText(words.say(text));
        return button;
    }

    Node node() {
        return exchange;
    }

    void render(Exchange now) {
        switch (now) {
            case Exchange.Idle() -> show(false, false);
            case Exchange.Told(var told) -> {
                news.setText(words.say(told));
                show(false, true);
            }
            case Exchange.Offered(var offered) -> {
                ask(Message.of("settings.importSure"), Message.of("settings.importYes"), offered);
                show(true, false);
            }
            case Exchange.Resetting() -> {
                ask(Message.of("settings.resetSure"), Message.of("settings.resetYes"), List.of());
                show(true, false);
            }
        }
    }

    private void ask(Message what, Message answer, List<Message> list) {
        question.setText(words.say(what));
        yes.setText(words.say(answer));
        changes.getChildren()
                .setAll(list.stream()
                        .map(change -> Nodes.label("change", words.say(change)))
                        .toList());
        Nodes.show(changes, !list.isEmpty());
    }

    private void show(boolean asking, boolean telling) {
        Nodes.show(confirmation, asking);
        Nodes.show(buttons, !asking);
        Nodes.show(news, telling);
    }
}
