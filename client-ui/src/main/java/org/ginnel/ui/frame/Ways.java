// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Where a screen can send the user, and what it can put into their hands.
public interface Ways {
    /// To the connect screen.
    void toConnect();

    /// To the list of servers.
    void toLocations();

    /// To a file of the user's that may be a config, or a picture of one. `then` is not called when they pick none.
    void pickConfig(Consumer<Path> then);

    /// Onto the clipboard.
    void copy(String text);
}
