// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.flag;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.ginnel.ui.fx.Nodes;

/// Shows the flag of a country, or takes no room where there is none.
public final class FlagView {
    private static final double FRAME = 1;

    /// How large a flag is.
    public enum Size {
        /// Beside a line of text.
        LINE,
        /// Above lines of text.
        HEADING
    }

    private final FlagPictures pictures;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);

    /// A view that shows nothing yet.
    ///
    /// @param size the style sheet says how many pixels that is
    public FlagView(FlagPictures pictures, Size size) {
        this.pictures = pictures;
        picture.fitHeightProperty().bind(frame.heightProperty().subtract(2 * FRAME));
        picture.fitWidthProperty().bind(frame.widthProperty().subtract(2 * FRAME));
        picture.setManaged(false);
        picture.relocate(FRAME, FRAME);
        picture.setSmooth(true);
        frame.getStyleClass().addAll("flag", size == Size.HEADING ? "flag-heading" : "flag-line");
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
