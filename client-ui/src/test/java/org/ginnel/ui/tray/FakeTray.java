// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.Optional;
import java.util.function.Consumer;

/// A tray without a desktop, for tests. Keeps to the same contract as the real one.
public final class FakeTray implements Tray {
    private final Consumer<TrayAction> onAction;
    private Optional<TrayMenu> shown = Optional.empty();
    private boolean closed;

    public FakeTray(Consumer<TrayAction> onAction) {
        this.onAction = onAction;
    }

    @Override
    public synchronized void show(TrayMenu menu) {
        if (!closed) {
            shown = Optional.of(menu);
        }
    }

    @Override
    public synchronized boolean isVisible() {
        return !closed && shown.isPresent();
    }

    @Override
    public synchronized void close() {
        closed = true;
        shown = Optional.empty();
    }

    /// What a person sees; empty when there is nothing to see.
    public synchronized Optional<TrayMenu> shown() {
        return shown;
    }

    /// A click on `item`: its action, if it has one and is still shown.
    public void click(TrayItem item) {
        var found = shown().filter(menu -> menu.items().contains(item)).map(_ -> item);
        if (found.isPresent() && found.get() instanceof TrayItem.Command(var _, var _, var action)) {
            onAction.accept(action);
        }
    }

    /// A left click on the icon.
    public void activate() {
        if (shown().isPresent()) {
            onAction.accept(new TrayAction.Open());
        }
    }
}
