// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.tray.FakeTray;
import org.ginnel.ui.tray.NoTray;
import org.ginnel.ui.tray.TrayIcon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the cross in the window's title does.
@Timeout(60)
class CloseTest {
    private final AtomicInteger quits = new AtomicInteger();

    @Test
    void withATray_closingHides() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.liveOnIn(new FakeTray(_ -> {}));
            window.clickTheCross();

            assertThat(window.stage.isShowing()).isFalse();
            assertThat(quits).hasValue(0);
        }
    }

    @Test
    void hidden_itAsksForNoFigures_missesNothing_andAsksAgainWhenItIsSeen() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.quitOnClose(quits::incrementAndGet);
            var tray = new FakeTray(_ -> {});
            window.liveOnIn(tray);
            window.awaitText("#state", "Connected");
            window.clickTheCross();
            window.await(() -> watched(daemon).equals(List.of(true, false)), "figures are no longer asked for");

            daemon.change(snapshot -> Snapshots.withTunnel(snapshot, new TunnelView.Locked(Optional.empty())));
            window.await(
                    () -> tray.shown()
                            .filter(menu -> menu.icon() == TrayIcon.LOCKED)
                            .isPresent(),
                    "the tray shows the state");
            daemon.change(_ -> Snapshots.connected(Servers.byId("eu-west-1")));
            window.bringToFront();

            window.await(() -> watched(daemon).equals(List.of(true, false, true)), "figures are asked for");
            window.awaitText("#state-detail", "London, UK");
            window.await(() -> window.text("#fact-received").startsWith("1.2 MB"), "figures are shown");
        }
    }

    private static List<Boolean> watched(FakeDaemon daemon) {
        return daemon.requests().stream()
                .filter(Request.Watch.class::isInstance)
                .map(request -> ((Request.Watch) request).figures())
                .toList();
    }

    /// What JavaFX does after the handler fails when the handler has ended JavaFX.
    @Test
    void withoutATray_closingQuits_andLeavesNothingForJavaFxToDo() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.liveOnIn(new NoTray());
            window.clickTheCross();

            assertThat(quits).hasValue(1);
            assertThat(window.stage.isShowing()).isTrue();
        }
    }

    private DrivenWindow opened(FakeDaemon daemon) {
        var window = new DrivenWindow(daemon.socket(), Map.of());
        window.quitOnClose(quits::incrementAndGet);
        window.awaitNode("#login");
        return window;
    }
}
