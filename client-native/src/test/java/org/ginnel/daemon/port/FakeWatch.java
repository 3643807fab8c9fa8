// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells what a test wants told. Any thread.
public final class FakeWatch implements SystemWatch {
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Running start(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Something changed.
    public void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
