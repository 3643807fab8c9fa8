// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

/// Tells that the machine has slept or its clock was set: the service control manager tells the service, and the
/// watch listens. Any thread.
public final class PowerEvents {
    private volatile Runnable listener = () -> {};

    /// It happened.
    public void happened() {
        listener.run();
    }

    /// Tells it from now on, and nobody else.
    ///
    /// @param listener called from any thread, and to return at once
    void listen(Runnable listener) {
        this.listener = listener;
    }
}
