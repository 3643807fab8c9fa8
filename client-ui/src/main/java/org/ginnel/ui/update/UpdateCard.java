// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;
import org.ginnel.ui.text.Words;

/// Tells of a newer release, or shows nothing at all.
public final class UpdateCard {
    private final Words words;
    private final Label title = Nodes.label("row-title");
    private final Label detail = Nodes.label("row-detail");
    private final Button copy;
    private final VBox place;
    private Optional<Release> shown = Optional.empty();

    /// @param copying puts a text on the clipboard
    /// @param onDismiss called with a release that the user does not want to be reminded of
    public UpdateCard(Words words, Consumer<String> copying, Consumer<Release> onDismiss) {
        this.words = words;
        title.setId("update-title");
        detail.setId("update-detail");
        copy = Nodes.button(
                "update-copy",
                "secondary",
                () -> shown.ifPresent(release -> {
                    copying.accept(release.command());
                    copied();
                }));
        var sentences = Nodes.column("row-sentences", title, detail, copy);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var dismiss = Nodes.button("update-dismiss", "icon-button", () -> shown.ifPresent(onDismiss));
        dismiss.setGraphic(Icon.CLOSE.node(18));
        dismiss.setAccessibleText(words.say(Message.of("connect.dismiss")));
        var news = Nodes.row("news", Icon.INFO.node(20), sentences, dismiss);
        news.setAlignment(Pos.TOP_LEFT);
        place = Nodes.column("banner", news);
        render(Optional.empty());
    }

    /// The node, to be placed once.
    public Node node() {
        return place;
    }

    /// Tells of that release, or of none.
    public void render(Optional<Release> release) {
        shown = release;
        release.ifPresent(it -> {
            title.setText(words.say(Message.of("update.title", it.version())));
            detail.setText(words.say(Message.of(
                    "update.detail", it.installed(), Units.bytes(it.download().bytes()))));
            copy.setText(words.say(Message.of("remedy.copyCommand")));
        });
        Nodes.show(place, release.isPresent());
    }

    private void copied() {
        copy.setText(words.say(Message.of("connect.detailsCopied")));
    }
}
