// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.tunnel.ErrorCause;

/// Who asked for a tunnel, or for none, and is not answered yet. To be used on the loop.
final class Waiters {
    private final List<Consumer<Optional<ErrorCause>>> waiting = new ArrayList<>();

    /// The older ones are told that they were overtaken.
    void replaceBy(Consumer<Optional<ErrorCause>> waiter) {
        answer(Optional.of(new ErrorCause.Superseded()));
        waiting.add(waiter);
    }

    /// Tells all, once.
    void answer(Optional<ErrorCause> failure) {
        settle(failure).run();
    }

    /// Decides what all who wait now are told; whoever asks later waits for another answer.
    ///
    /// @return what tells them
    Runnable settle(Optional<ErrorCause> failure) {
        var told = List.copyOf(waiting);
        waiting.clear();
        return () -> told.forEach(waiter -> waiter.accept(failure));
    }
}
