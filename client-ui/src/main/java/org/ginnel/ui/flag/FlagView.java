// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.flag;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.ginnel.ui.fx.Nodes;

/// Shows the flag of a country, or takes no room where there is none.
public final class FlagView {
    private static final double FRAME = 1;
    private final FlagPictures pictures;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);

    /// A view that shows nothing yet.
    ///
    /// @param height in pixels; a flag is a third wider than high
    public FlagView(FlagPictures pictures, double height) {
        this.pictures = pictures;
        var width = height * 4 / 3;
        picture.setFitHeight(height);
        picture.setFitWidth(width);
        picture.setSmooth(true);
        frame.getStyleClass().add("flag");
        frame.setMinSize(width + 2 * FRAME, height + 2 * FRAME);
        frame.setMaxSize(width + 2 * FRAME, height + 2 * FRAME);
        frame.setMouseTransparent(true);
        Nodes.show(frame, false);
    }

    /// The node, to be placed once.
    public Node node() {
        return frame;
    }

    /// Shows that country's.
    ///
    /// @param country as operators write it, may be empty
    public void render(String country) {
        var flag = pictures.of(country);
        picture.setImage(flag.orElse(null));
        Nodes.show(frame, flag.isPresent());
    }
}
