// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way from any thread to the window's thread: in order, and never at once.
///
/// Work may come before JavaFX has started; it waits for [#open()].
public final class FxThread implements Executor {
    private final Queue<Runnable> early = new ArrayDeque<>();
    private boolean open;

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            if (!open) {
                early.add(work);
                return;
            }
        }
        Platform.runLater(work);
    }

    /// Does what has waited, now. Called once, on the JavaFX thread.
    public void open() {
        synchronized (this) {
            open = true;
        }
        early.forEach(Runnable::run);
        early.clear();
    }
}
