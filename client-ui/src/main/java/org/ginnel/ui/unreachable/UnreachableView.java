// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.unreachable;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows an [UnreachableScreen].
public final class UnreachableView {
    private final ProblemCard problem;
    private final Button tryNow;
    private final VBox root;

    /// A view that shows nothing yet.
    public UnreachableView(Words words, UnreachableViewModel model) {
        problem = new ProblemCard(words, model::remedy);
        tryNow = Nodes.button("try-now", "primary", model::tryAgain);
        tryNow.setText(words.say(Message.of("unreachable.tryNow")));
        tryNow.setMaxWidth(Double.MAX_VALUE);
        var mark = Icon.PASSAGE.node(40);
        var keepsTrying = Nodes.label("caption", words.say(Message.of("unreachable.keepsTrying")));
        var middle = Nodes.column("page-body", Nodes.gap(), mark, problem.node(), keepsTrying, Nodes.gap());
        var scroll = Nodes.scroll(middle);
        scroll.setFitToHeight(true);
        root = Nodes.column("page", scroll, Nodes.column("page-foot", tryNow));
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return tryNow;
    }

    /// Shows that screen.
    public void render(UnreachableScreen screen) {
        problem.render(Optional.of(screen.problem()));
    }
}
