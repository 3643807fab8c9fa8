// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.control.Snapshot;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;

/// Keeps the tray true to the daemon, and carries out what is clicked in it.
///
/// Every method is called on the window's thread. What a click asks for that the daemon refuses is shown in the window,
/// for a tray has no room for a why.
public final class TrayControl implements AutoCloseable {
    private final Tray tray;
    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final TrayTexts texts;
    private final Window window;
    private LinkState state = new LinkState.Searching();
    private Optional<TrayMenu> shown = Optional.empty();
    private boolean wished;

    /// What the tray may ask of the window.
    public interface Window {
        /// Show it, in front.
        void open();

        /// End it and the tray; the tunnel stays.
        void quit();
    }

    /// @param opener such as [Trays#open]
    /// @param thread runs things on the window's thread, in order
    public TrayControl(
            Function<Consumer<TrayAction>, Tray> opener,
            TunnelWishes wishes,
            ServerCatalog catalog,
            TrayTexts texts,
            Window window,
            Executor thread) {
        this.wishes = wishes;
        this.catalog = catalog;
        this.texts = texts;
        this.window = window;
        wishes.onChange(this::granted);
        catalog.onChange(this::show);
        tray = opener.apply(action -> thread.execute(() -> carryOut(action)));
    }

    /// Shows how things stand. While the link is looked for again the last menu stays.
    public void on(LinkState next) {
        state = next;
        if (next instanceof LinkState.Live(var snapshot, var _, var _)) {
            askForNames(snapshot);
        }
        show();
    }

    /// Whether closing the window may hide it: only where a tray is there to bring it back.
    public boolean isVisible() {
        return tray.isVisible();
    }

    @Override
    public void close() {
        tray.close();
    }

    /// The names of servers lately used are on the daemon's list; without any there is nothing to ask.
    private void askForNames(Snapshot snapshot) {
        if (snapshot.account().isPresent() && !snapshot.recents().isEmpty()) {
            catalog.want(snapshot);
        }
    }

    private void show() {
        var menu = menu();
        if (menu.isPresent() && !menu.equals(shown)) {
            shown = menu;
            tray.show(menu.get());
        }
    }

    private Optional<TrayMenu> menu() {
        return switch (state) {
            case LinkState.Searching _ -> Optional.empty();
            case LinkState.Live(var snapshot, var _, var _) ->
                Optional.of(TrayMenu.of(snapshot, catalog.servers().orElse(List.of()), texts));
            case LinkState.Lost(var cause) -> Optional.of(TrayMenu.unreachable(cause, texts));
        };
    }

    private void carryOut(TrayAction action) {
        wished = action instanceof TrayAction.Connect || action instanceof TrayAction.Disconnect;
        switch (action) {
            case TrayAction.Connect(var target) -> wishes.connect(target);
            case TrayAction.Disconnect _ -> wishes.disconnect();
            case TrayAction.Open _ -> window.open();
            case TrayAction.Quit _ -> window.quit();
        }
    }

    private void granted() {
        if (wished && wishes.refusal().isPresent()) {
            wished = false;
            window.open();
        }
    }
}
