// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayItem;
import org.ginnel.ui.tray.TrayMenu;
import org.ginnel.ui.tray.icon.Pixmap;

/// An icon in the notification area, on a thread of its own, to which its window belongs. Never run on
/// Windows so far.
final class WindowsTray implements Tray {
    private final Taskbar taskbar;
    private final Consumer<TrayAction> onAction;
    private final BlockingQueue<Taskbar.Heard> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Long> window = new CompletableFuture<>();

    /// Done when the first menu was shown, or could not be.
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private volatile Optional<TrayMenu> wanted = Optional.empty();
    private volatile boolean visible;
    private volatile boolean closed;
    private Optional<TrayMenu> shown = Optional.empty();
    private long icon;

    private WindowsTray(Taskbar taskbar, Consumer<TrayAction> onAction) {
        this.taskbar = taskbar;
        this.onAction = onAction;
    }

    /// Empty where Windows gives us no window.
    static Optional<Tray> open(Taskbar taskbar, Consumer<TrayAction> onAction) {
        var tray = new WindowsTray(taskbar, onAction);
        Thread.ofPlatform().daemon().name("ginnel-tray").start(tray::run);
        return tray.window.join() == 0 ? Optional.empty() : Optional.of(tray);
    }

    private void run() {
        try {
            var ours = taskbar.window(heard::add);
            window.complete(ours);
            if (ours != 0) {
                live(ours);
            }
        } finally {
            visible = false;
            window.complete(0L); // where it was not even asked for
            begun.complete(false);
        }
    }

    private void live(long ours) {
        do {
            render(ours);
            for (var what = heard.poll(); what != null; what = heard.poll()) {
                handle(ours, what);
            }
        } while (!closed && taskbar.await());
        if (icon != 0) {
            var _ = taskbar.tell(Taskbar.DELETE, new IconData(ours, icon, "").bytes());
            taskbar.forget(icon);
        }
        taskbar.destroy(ours);
    }

    /// The icon that is seen is given back when another one is.
    private void render(long ours) {
        var menu = wanted;
        if (closed || menu.isEmpty() || menu.equals(shown)) {
            return;
        }
        var size = Math.clamp(taskbar.iconSize(), 16, 256);
        var drawn = taskbar.icon(size, pixels(Pixmap.of(menu.get().icon(), size)));
        if (drawn == 0) {
            begun.complete(false);
            return;
        }
        var data = new IconData(ours, drawn, menu.get().status()).bytes();
        visible = taskbar.tell(visible ? Taskbar.MODIFY : Taskbar.ADD, data);
        if (icon != 0) {
            taskbar.forget(icon);
        }
        icon = drawn;
        shown = menu;
        begun.complete(visible);
    }

    private static int[] pixels(Pixmap of) {
        return IntStream.range(0, of.size() * of.size())
                .map(at -> of.argb(at % of.size(), at / of.size()))
                .toArray();
    }

    private void handle(long ours, Taskbar.Heard what) {
        switch (what) {
            case CLICK -> onAction.accept(new TrayAction.Open());
            case MENU -> shown.ifPresent(menu -> choose(ours, menu));
            case ANEW -> {
                visible = false;
                shown = Optional.empty();
                render(ours);
            }
        }
    }

    /// What has gone from the menu while it was open is not done.
    private void choose(long ours, TrayMenu menu) {
        var chosen = taskbar.choose(ours, menu.items());
        if (chosen >= 0
                && chosen < menu.items().size()
                && menu.items().get(chosen) instanceof TrayItem.Command command
                && wanted.filter(now -> now.items().contains(command)).isPresent()) {
            onAction.accept(command.action());
        }
    }

    /// Waits for the first one only: later ones may be asked for while a person has the menu open.
    @Override
    public void show(TrayMenu menu) {
        if (!closed) {
            wanted = Optional.of(menu);
            taskbar.wake(window.join());
            var _ = begun.join();
        }
    }

    @Override
    public boolean isVisible() {
        return visible && !closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            taskbar.wake(window.join());
        }
    }
}
