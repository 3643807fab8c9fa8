// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.ui.tray.Moments.CAUSE;
import static org.ginnel.ui.tray.Moments.CONNECTED;
import static org.ginnel.ui.tray.Moments.DISCONNECTED;
import static org.ginnel.ui.tray.Moments.NO_DAEMON;
import static org.ginnel.ui.tray.Moments.SERVERS;
import static org.ginnel.ui.tray.Moments.TEXTS;
import static org.ginnel.ui.tray.Moments.TOKYO;
import static org.ginnel.ui.tray.Moments.menu;
import static org.ginnel.ui.tray.Moments.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.junit.jupiter.api.Test;

class TrayControlTest {
    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final TunnelWishes wishes = new TunnelWishes(daemon);
    private final List<FakeTray> trays = new ArrayList<>();
    private final List<String> window = new ArrayList<>();
    private final TrayControl control =
            new TrayControl(this::open, wishes, new ServerCatalog(daemon), TEXTS, new NotedWindow(), Runnable::run);

    @Test
    void searching_showsNothingYet() {
        control.on(new LinkState.Searching());

        assertThat(tray().shown()).isEmpty();
        assertThat(control.isVisible()).isFalse();
    }

    @Test
    void live_showsTheSnapshotAndAsksNothingWithoutRecents() {
        control.on(live(DISCONNECTED));

        assertThat(tray().shown()).contains(menu(DISCONNECTED));
        assertThat(daemon.asked()).isEmpty();
        assertThat(control.isVisible()).isTrue();
    }

    @Test
    void recents_areNamedOnceTheDaemonHasSaidWhoTheyAre() {
        control.on(live(DISCONNECTED, TOKYO.id()));
        assertThat(tray().shown()).contains(menu(DISCONNECTED));
        daemon.answer(new Reply.Servers(SERVERS, 1));

        assertThat(tray().shown()).contains(menu(DISCONNECTED, TOKYO.id()));
    }

    @Test
    void lost_saysWhyAndSearchingAgainKeepsIt() {
        control.on(live(CONNECTED));
        control.on(new LinkState.Lost(NO_DAEMON));
        control.on(new LinkState.Searching());

        assertThat(tray().shown()).contains(TrayMenu.unreachable(NO_DAEMON, TEXTS));
    }

    @Test
    void clicks_becomeRequests() {
        control.on(live(CONNECTED));
        click("tray.disconnect");
        click("tray.fastest");

        assertThat(daemon.asked())
                .containsExactly(new Request.Disconnect(), new Request.Connect(new Target.Fastest(), false));
        assertThat(window).isEmpty();
    }

    @Test
    void openAndQuit_goToTheWindow() {
        control.on(live(CONNECTED));
        tray().activate();
        click("tray.quit-protected");

        assertThat(window).containsExactly("open", "quit");
        assertThat(daemon.asked()).isEmpty();
    }

    @Test
    void refusal_ofAClick_isShownInTheWindow() {
        control.on(live(DISCONNECTED));
        click("tray.connect");
        assertThat(window).isEmpty();
        daemon.refuse(CAUSE);

        assertThat(window).containsExactly("open");
    }

    @Test
    void refusal_ofWhatTheWindowAsked_leavesTheTrayOutOfIt() {
        control.on(live(DISCONNECTED));
        click("tray.connect");
        daemon.done();
        click("tray.open");
        window.clear();
        wishes.connect(new Target.Fastest());
        daemon.refuse(CAUSE);

        assertThat(window).isEmpty();
    }

    @Test
    void close_closesTheTray() {
        control.on(live(CONNECTED));
        control.close();

        assertThat(control.isVisible()).isFalse();
    }

    private FakeTray open(Consumer<TrayAction> onAction) {
        var tray = new FakeTray(onAction);
        trays.add(tray);
        return tray;
    }

    private FakeTray tray() {
        return trays.getFirst();
    }

    private void click(String id) {
        var item = tray().shown().orElseThrow().items().stream()
                .filter(TrayItem.Command.class::isInstance)
                .filter(command -> ((TrayItem.Command) command).id().equals(id))
                .findFirst()
                .orElseThrow();
        tray().click(item);
    }

    private static LinkState live(TunnelView tunnel, String... recents) {
        return new LinkState.Live(snapshot(tunnel, recents), "ginneld 0.1.0", true);
    }

    private final class NotedWindow implements TrayControl.Window {
        @Override
        public void open() {
            window.add("open");
        }

        @Override
        public void quit() {
            window.add("quit");
        }
    }
}
