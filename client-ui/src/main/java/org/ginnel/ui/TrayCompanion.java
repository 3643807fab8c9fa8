// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayMenu;
import org.ginnel.ui.tray.TrayTexts;

/// Keeps the tray's menu true, and does what is clicked in it. Used on the window's thread only.
final class TrayCompanion implements AutoCloseable {
    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final Runnable openWindow;
    private final Runnable onRefusal;
    private final Runnable quit;
    private TrayTexts texts;
    private final Tray tray;
    private LinkState state = new LinkState.Searching();
    private Optional<TrayMenu> shown = Optional.empty();

    /// @param open opens a tray that reports clicks, on any thread, to the consumer it is given
    /// @param window runs things on the window's thread
    /// @param onRefusal called when a wish was not granted, which no tray can tell
    TrayCompanion(
            Function<Consumer<TrayAction>, Tray> open,
            Executor window,
            Words words,
            TunnelWishes wishes,
            ServerCatalog catalog,
            Runnable openWindow,
            Runnable onRefusal,
            Runnable quit) {
        this.wishes = wishes;
        this.catalog = catalog;
        this.openWindow = openWindow;
        this.onRefusal = onRefusal;
        this.quit = quit;
        this.texts = texts(words);
        this.tray = open.apply(action -> window.execute(() -> clicked(action)));
        listen();
    }

    private void listen() {
        catalog.onChange(this::render);
        wishes.onChange(() -> wishes.refusal().ifPresent(_ -> onRefusal.run()));
    }

    /// From now on the tray speaks the language of those words. Nobody listens to wishes and catalog any more by
    /// then.
    void speak(Words words) {
        texts = texts(words);
        listen();
        render();
    }

    private static TrayTexts texts(Words words) {
        return TrayTexts.of(
                Locale.forLanguageTag(words.language().tag()),
                ZoneId::systemDefault,
                cause -> words.say(Problem.of(cause).title()));
    }

    /// The link says something new.
    void on(LinkState now) {
        state = now;
        render();
    }

    /// Whether a person can bring the window back by it.
    boolean isVisible() {
        return tray.isVisible();
    }

    private void render() {
        var menu = switch (state) {
            case LinkState.Live(var snapshot, var _, var _, var _) -> {
                if (!snapshot.recents().isEmpty() || !snapshot.favourites().isEmpty()) {
                    catalog.want(snapshot);
                }
                yield TrayMenu.of(snapshot, catalog.servers().orElse(List.of()), texts);
            }
            case LinkState.Searching _ -> TrayMenu.unreachable(texts);
            case LinkState.Lost(var cause) -> TrayMenu.unreachable(cause, texts);
        };
        if (!shown.equals(Optional.of(menu))) {
            shown = Optional.of(menu);
            tray.show(menu);
        }
    }

    private void clicked(TrayAction action) {
        switch (action) {
            case TrayAction.Connect(var target) -> wishes.connect(target);
            case TrayAction.Disconnect() -> wishes.disconnect();
            case TrayAction.Pause(var length) -> wishes.pause(length);
            case TrayAction.Resume() -> wishes.resume();
            case TrayAction.Open() -> openWindow.run();
            case TrayAction.Quit() -> quit.run();
        }
    }

    @Override
    public void close() {
        tray.close();
    }
}
