// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.util.function.Consumer;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.tunnel.ErrorCause;

/// Asks the daemon for something. Called on the window's thread, never blocks it, and answers on it.
public interface Daemon {
    /// Sends the request and hands over what came of it, once, unless called off before.
    Asked ask(Request request, Consumer<Outcome> then);

    /// A request under way.
    interface Asked {
        /// Hangs up. `then` is not called any more.
        void cancel();
    }

    /// What came of a request.
    sealed interface Outcome {
        /// The daemon did it and answered this.
        record Answered(Reply reply) implements Outcome {}

        /// It was not done, and this is why.
        record Refused(ErrorCause cause) implements Outcome {}
    }
}
