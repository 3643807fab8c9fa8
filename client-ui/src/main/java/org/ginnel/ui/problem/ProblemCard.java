// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Words;

/// Shows a [Problem] as a card with its button, or nothing at all.
public final class ProblemCard {
    private final Words words;
    private final Label title = Nodes.label("problem-title");
    private final Label why = Nodes.label("problem-text");
    private final Label next = Nodes.label("problem-text");
    private final Button remedy;
    private final HBox card;

    /// @param onRemedy called when the button is used
    public ProblemCard(Words words, Runnable onRemedy) {
        this.words = words;
        title.setId("problem-title");
        why.setId("problem-why");
        next.setId("problem-next");
        remedy = Nodes.button("remedy", "secondary", onRemedy);
        var sentences = Nodes.column("problem-sentences", title, why, next, remedy);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        VBox.setMargin(remedy, new Insets(6, 0, 0, 0));
        card = Nodes.row("problem", Icon.ALERT.node(20), sentences);
        card.setAlignment(Pos.TOP_LEFT);
        card.setId("problem");
        Nodes.show(card, false);
    }

    /// The card, to be placed once.
    public HBox node() {
        return card;
    }

    /// Shows that problem, or none.
    public void render(Optional<Problem> problem) {
        Nodes.show(card, problem.isPresent());
        problem.ifPresent(shown -> {
            title.setText(words.say(shown.title()));
            why.setText(words.say(shown.why()));
            next.setText(words.say(shown.next()));
            shown.remedy().ifPresent(cure -> remedy.setText(words.say(cure.label())));
            Nodes.show(remedy, shown.remedy().isPresent());
            card.setAccessibleText(title.getText() + ". " + why.getText() + " " + next.getText());
        });
    }
}
