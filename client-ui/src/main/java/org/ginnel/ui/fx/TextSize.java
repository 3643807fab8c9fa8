// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import javafx.scene.Node;
import javafx.scene.text.Text;

/// How much larger than by default the user has text, for what has to be decided in code, such as whether two things
/// fit side by side. Its node is empty and must be in the scene; `onChange` is called when the size is another.
public final class TextSize {
    private static final double DEFAULT = 14;
    private final Text ruler = new Text();

    /// Knows the size once its node was styled.
    public TextSize(Runnable onChange) {
        ruler.setManaged(false);
        ruler.setMouseTransparent(true);
        ruler.fontProperty().addListener(_ -> onChange.run());
    }

    /// The node, to be placed once, where nothing but the root says how large text is.
    public Node node() {
        return ruler;
    }

    /// That many pixels, grown with the text.
    public double grown(double pixels) {
        return pixels * ruler.getFont().getSize() / DEFAULT;
    }
}
