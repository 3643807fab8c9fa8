// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Calls its action when a device goes away: once, and not when we took it away. Any thread.
final class Loss {
    private final AtomicReference<Optional<Runnable>> action;

    Loss(Runnable action) {
        this.action = new AtomicReference<>(Optional.of(action));
    }

    void happened() {
        action.getAndSet(Optional.empty()).ifPresent(Runnable::run);
    }

    /// From now on it is us.
    void expected() {
        action.set(Optional.empty());
    }
}
