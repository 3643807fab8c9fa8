// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ginnel.host.HowTo;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows an [AdmissionScreen] above every page, or nothing at all.
public final class AdmissionCard {
    private final Words words;
    private final Label title = Nodes.label("row-title");
    private final Label detail = Nodes.label("row-detail");
    private final Button allow;
    private final Button copy;
    private final VBox place;

    /// @param model told what the user wants
    public AdmissionCard(Words words, AdmissionViewModel model) {
        this.words = words;
        title.setId("admission-title");
        title.setText(words.say(Message.of("notPermitted.title")));
        detail.setId("admission-detail");
        allow = Nodes.button("admission-allow", "secondary", model::allow);
        copy = Nodes.button("admission-copy", "secondary", model::copy);
        copy.setText(words.say(Message.of("remedy.copyCommand")));
        var sentences = Nodes.column("row-sentences", title, detail, allow, copy);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var news = Nodes.row("news", Icon.INFO.node(20), sentences);
        news.setAlignment(Pos.TOP_LEFT);
        place = Nodes.column("banner", news);
        place.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> {
                    if (Boolean.TRUE.equals(focused)) {
                        model.lookAgain();
                    }
                });
        render(AdmissionScreen.HIDDEN);
    }

    /// The node, to be placed once.
    public Node node() {
        return place;
    }

    /// Shows that screen.
    public void render(AdmissionScreen screen) {
        detail.setText(screen.command()
                .map(command -> words.say(
                        HowTo.here().joinsAtOnce()
                                ? Message.of("admission.byHand", command)
                                : Message.of("admission.byHandSignIn", command)))
                .orElseGet(() -> words.say(Message.of("admission.offer"))));
        allow.setText(words.say(screen.asking() ? Message.of("admission.asking") : Message.of("admission.allow")));
        allow.setDisable(screen.asking());
        Nodes.show(allow, screen.askable());
        Nodes.show(copy, screen.command().isPresent());
        Nodes.show(place, screen.barred());
    }
}
