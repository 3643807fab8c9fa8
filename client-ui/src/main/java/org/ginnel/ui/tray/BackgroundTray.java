// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A tray that is opened and driven on a thread of its own, so that nobody waits for a desktop.
///
/// Menus that come faster than they can be shown are skipped; the last one is always shown.
final class BackgroundTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTray.class);
    private static final long CLOSE_LIMIT_MILLIS = 1_000;

    private final ExecutorService thread;
    private final AtomicReference<@Nullable TrayMenu> next = new AtomicReference<>();
    private volatile Tray inner = new NoTray();
    private volatile boolean closed;

    /// @param opener given the consumer of clicks, opens the tray; never fails
    /// @param thread runs one task at a time; shut down by [#close()]
    BackgroundTray(Function<Consumer<TrayAction>, Tray> opener, Consumer<TrayAction> onAction, ExecutorService thread) {
        this.thread = thread;
        thread.execute(() -> inner = opener.apply(action -> {
            if (!closed) {
                onAction.accept(action);
            }
        }));
    }

    @Override
    public void show(TrayMenu menu) {
        if (next.getAndSet(menu) == null) {
            submit(this::showNext);
        }
    }

    @Override
    public boolean isVisible() {
        return !closed && inner.isVisible();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        submit(() -> inner.close());
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void showNext() {
        var menu = next.getAndSet(null);
        if (menu == null || closed) {
            return;
        }
        try {
            inner.show(menu);
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("the tray is given up: {}", failure.toString());
            var broken = inner;
            inner = new NoTray();
            broken.close();
        }
    }

    private void submit(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("the tray is closed");
        }
    }
}
