// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a quiet sentence that can be sent away, or nothing at all.
final class NoticeCard {
    private final Words words;
    private final Label text = Nodes.label("row-detail");
    private final HBox card;

    NoticeCard(Words words, Runnable onDismiss) {
        this.words = words;
        text.setId("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        var dismiss = Nodes.button("dismiss-notice", "icon-button", onDismiss);
        dismiss.setGraphic(Icon.CLOSE.node(18));
        dismiss.setAccessibleText(words.say(Message.of("connect.dismiss")));
        card = Nodes.row("news", Icon.INFO.node(20), text, dismiss);
        card.setId("notice");
        Nodes.show(card, false);
    }

    Node node() {
        return card;
    }

    void render(Optional<Message> notice) {
        notice.ifPresent(message -> text.setText(words.say(message)));
        Nodes.show(card, notice.isPresent());
    }
}
