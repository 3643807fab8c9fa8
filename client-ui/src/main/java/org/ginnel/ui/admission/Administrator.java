// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import java.util.function.Consumer;

/// Who can let this user change the tunnel.
public interface Administrator {
    /// Whether there is a way to ask.
    boolean canBeAsked();

    /// Asks, which may take as long as somebody takes to type a password. Called on the window's thread, never blocks
    /// it, and answers on it, once.
    void ask(Consumer<Answer> then);

    /// What came of it.
    enum Answer {
        /// This user may, from now on.
        ALLOWED,
        /// The question was sent away.
        DISMISSED,
        /// Nobody could be asked, or whoever was may not say so.
        IMPOSSIBLE
    }
}
