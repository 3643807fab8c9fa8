// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Calls its action when a device goes away: once, and not when we took it away. Any thread.
public final class Loss {
    private final AtomicReference<Optional<Runnable>> action;

    public Loss(Runnable action) {
        this.action = new AtomicReference<>(Optional.of(action));
    }

    /// It went away.
    public void happened() {
        action.getAndSet(Optional.empty()).ifPresent(Runnable::run);
    }

    /// From now on it is us.
    public void expected() {
        action.set(Optional.empty());
    }
}
