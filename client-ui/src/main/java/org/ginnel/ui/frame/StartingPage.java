// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// The page of the first moments: it shows nothing that could be wrong a moment later.
public final class StartingPage implements PageModel {
    @Override
    public void on(LinkState state) {
        // Whatever it says, another page shows it.
    }

    @Override
    public void showing(boolean showing) {
        // Nothing moves here.
    }

    /// Its only look.
    public static Parent view(Words words) {
        var page = Nodes.column(
                "starting", Icon.PASSAGE.node(48), Nodes.label("caption", words.say(Message.of("window.starting"))));
        page.setAlignment(Pos.CENTER);
        return page;
    }
}
