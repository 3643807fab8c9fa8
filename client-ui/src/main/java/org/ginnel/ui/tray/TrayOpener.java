// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.function.Consumer;

/// One way to get a tray. Fails by [Result.Unavailable], or by any exception; [Trays] takes both for a no.
@FunctionalInterface
public interface TrayOpener {
    /// Tries this way. May take seconds, so never call it on the thread that draws the window.
    Result open(Consumer<TrayAction> onAction) throws Exception;

    /// How it went.
    sealed interface Result {
        /// The tray is there; whoever asked for it closes it.
        record Opened(Tray tray) implements Result {}

        /// This desktop has no such tray.
        ///
        /// @param why a few words for the log
        record Unavailable(String why) implements Result {}
    }
}
