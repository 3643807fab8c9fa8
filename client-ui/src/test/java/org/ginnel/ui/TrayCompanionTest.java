// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.TrayMenu;
import org.junit.jupiter.api.Test;

class TrayCompanionTest {
    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final ServerCatalog catalog = new ServerCatalog(daemon);
    private final List<TrayMenu> menus = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private Consumer<TrayAction> click = _ -> {};
    private final TrayCompanion companion = new TrayCompanion(
            this::open,
            Runnable::run,
            Words.english(),
            new TunnelWishes(daemon),
            catalog,
            () -> done.add("open"),
            () -> done.add("refused"),
            () -> done.add("quit"));

    @Test
    void theMenu_followsTheSnapshot_andIsSentOnlyWhenItDiffers() {
        companion.on(live(Snapshots.loggedIn()));
        companion.on(live(Snapshots.withRevision(Snapshots.loggedIn(), 7)));
        companion.on(live(Snapshots.connected(Servers.byId("eu-central-1"))));
        companion.on(new LinkState.Lost(new ErrorCause.DaemonUnreachable("x")));

        assertThat(menus)
                .extracting(TrayMenu::icon)
                .containsExactly(TrayIcon.OPEN, TrayIcon.PROTECTED, TrayIcon.UNKNOWN);
    }

    @Test
    void recentServers_areNamedOnceTheListIsKnown() {
        companion.on(live(Snapshots.withRecents(Snapshots.loggedIn(), List.of("eu-west-1"))));
        assertThat(menus.getLast().toString()).doesNotContain("London");

        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        assertThat(menus.getLast().toString()).contains("London");
    }

    @Test
    void clicks_becomeWishes_orOpenAndQuit() {
        click.accept(new TrayAction.Connect(new Target.Chosen("eu-west-1")));
        click.accept(new TrayAction.Disconnect());
        click.accept(new TrayAction.Pause(Duration.ofMinutes(5)));
        click.accept(new TrayAction.Resume());
        click.accept(new TrayAction.Open());
        click.accept(new TrayAction.Quit());

        assertThat(daemon.asked())
                .containsExactly(
                        new Request.Connect(new Target.Chosen("eu-west-1"), false),
                        new Request.Disconnect(),
                        new Request.Pause(Duration.ofMinutes(5)),
                        new Request.EndPause(false));
        assertThat(done).containsExactly("open", "quit");
    }

    private Tray open(Consumer<TrayAction> onAction) {
        click = onAction;
        return new Tray() {
            @Override
            public void show(TrayMenu menu) {
                menus.add(menu);
            }

            @Override
            public boolean isVisible() {
                return true;
            }

            @Override
            public void close() {
                done.add("closed");
            }
        };
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
