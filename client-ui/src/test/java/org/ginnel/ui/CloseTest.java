// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.notify.Announcement;
import org.ginnel.ui.notify.Bell;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.tray.FakeTray;
import org.ginnel.ui.tray.NoTray;
import org.ginnel.ui.tray.TrayIcon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the cross in the window's title does.
@Timeout(60)
class CloseTest {
    @TempDir
    Path directory;

    private final AtomicInteger quits = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();

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

    /// Where a click brings it back, which no program of JavaFX's is told of when it is hidden.
    @Test
    void onAMac_closingPutsItIntoTheDock_andTheTrayBringsItBack() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            Runnable quit = quits::incrementAndGet;
            var closing =
                    new Closing(window.stage, Runnable::run, () -> true, Optional::empty, Optional::empty, quit, true);
            DrivenWindow.onFx(() -> {
                window.stage.setOnCloseRequest(closing::on);
                return null;
            });
            window.clickTheCross();

            assertThat(window.stage.isShowing()).isTrue();
            assertThat(window.stage.isIconified()).isTrue();
            assertThat(quits).hasValue(0);
            window.bringToFront();
            assertThat(window.stage.isIconified()).isFalse();
        }
    }

    @Test
    void hidden_itAsksForNoFigures_missesNothing_andAsksAgainWhenItIsSeen() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.quitOnClose(true, quits::incrementAndGet);
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

    @Test
    void withoutATray_itLivesOn_whereTheDesktopTellsOfIt_andSaysSo() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.liveOnIn(new NoTray());
            window.announceBy(new HeardBell(true));
            window.clickTheCross();

            window.await(() -> !told.isEmpty(), "it is told");
            assertThat(told.getFirst()).contains("Start Ginnel again");
            assertThat(window.stage.isShowing()).isFalse();
            assertThat(quits).hasValue(0);

            window.bringToFront();
            window.clickTheCross();
            window.await(() -> !window.stage.isShowing(), "it is hidden again");
            assertThat(told).as("said once").hasSize(1);
        }
    }

    @Test
    void withoutATray_itQuits_whereNobodyShowsAnnouncements_orFindsItAgain_orWantsThem() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.liveOnIn(new NoTray());
            window.announceBy(new HeardBell(false));
            window.clickTheCross();
            window.await(() -> quits.get() == 1, "it quits");

            window.bringToFront();
            window.announceBy(new HeardBell(true));
            window.quitOnClose(false, quits::incrementAndGet);
            window.clickTheCross();
            assertThat(quits).hasValue(2);
            assertThat(told).isEmpty();
        }
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon, withoutAnnouncements())) {
            window.announceBy(new HeardBell(true));
            window.clickTheCross();
            assertThat(quits).hasValue(3);
        }
    }

    @Test
    void theKeyboardQuits_onEveryPage() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.press(KeyCode.SHORTCUT, KeyCode.Q);

            assertThat(quits).hasValue(1);
        }
    }

    private final class HeardBell implements Bell {
        private final boolean isHeard;

        HeardBell(boolean isHeard) {
            this.isHeard = isHeard;
        }

        @Override
        public void ring(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {
            told.add(body);
        }

        @Override
        public void whetherHeard(Consumer<Boolean> answer) {
            Thread.ofVirtual().start(() -> answer.accept(isHeard));
        }

        @Override
        public void close() {}
    }

    private Map<String, String> withoutAnnouncements() {
        var environment = Map.of("XDG_CONFIG_HOME", directory.toString());
        PreferencesFile.in(environment).write(Preferences.defaults().withNotifications(false));
        return environment;
    }

    private DrivenWindow opened(FakeDaemon daemon) {
        return opened(daemon, Map.of());
    }

    private DrivenWindow opened(FakeDaemon daemon, Map<String, String> environment) {
        var window = new DrivenWindow(daemon.socket(), environment);
        window.quitOnClose(true, quits::incrementAndGet);
        window.awaitNode("#login");
        return window;
    }
}
