// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Snapshots;
import org.ginnel.settings.Settings;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.preferences.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What belongs to the user, changed by mouse and keyboard on the real window: history, settings, favourites.
@Timeout(60)
class OwnThingsWindowTest {
    @TempDir
    Path directory;

    private Map<String, String> environment() {
        return Map.of("XDG_CONFIG_HOME", directory.toString());
    }

    private static Scenario used() {
        return Scenario.connected().remembering(Histories.threeWeeks(Instant.now()));
    }

    @Test
    void aHistory_isDeleted_whenThatIsConfirmed() {
        try (var daemon = FakeDaemon.start(used());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-activity");
            window.click("#delete-history");
            window.click("#history-no");
            assertThat(daemon.requests()).doesNotContain(new Request.DeleteHistory());
            assertThat(window.has("#sessions")).isTrue();

            window.click("#delete-history");
            window.click("#history-yes");
            window.awaitText("#activity-empty", "Nothing yet. What you use and why a connection ends will be here.");
            assertThat(daemon.requests()).contains(new Request.DeleteHistory());
        }
    }

    @Test
    void keepingNothing_isASwitch_thatAsksFirst() {
        try (var daemon = FakeDaemon.start(used());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-activity");
            window.click("#keep-history");
            window.click("#history-yes");
            window.awaitText(
                    "#activity-empty", "Nothing is remembered. Turn history on to see what you use from now on.");
            assertThat(daemon.requests()).contains(new Request.KeepHistory(false));
        }
    }

    @Test
    void usage_isToldOfDaysWeeksAndMonths_byKeyboardToo() {
        try (var daemon = FakeDaemon.start(used());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-activity");
            window.awaitNode("#usage-told");
            var today = window.text("#usage-told");
            window.click("#usage-chart");
            window.press(KeyCode.HOME);
            window.await(() -> !window.text("#usage-told").equals(today), "another day is told");

            window.click("#span-week");
            window.await(() -> window.text("#usage-told").startsWith("Week of "), "a week is told");
            window.click("#span-month");
            window.await(() -> !window.text("#usage-told").startsWith("Week of "), "a month is told");
        }
    }

    @Test
    void reset_isAskedFirst_andTakesTheDaemonsAlong() {
        var locked = Snapshots.withSettings(
                Scenario.connected().start(), Settings.defaults().withLockdown(true));
        try (var daemon = FakeDaemon.start(Scenario.startingAs(locked));
                var window = new DrivenWindow(daemon.socket(), environment())) {
            window.click("#nav-settings");
            window.click("#text-size-2");
            window.await(() -> preferred().textPercent() == 150, "text is larger");
            window.click("#quiet-1");
            window.await(
                    () -> preferred()
                            .quietHours()
                            .filter(QuietHours.NIGHT::equals)
                            .isPresent(),
                    "nights are quiet");

            window.click("#settings-reset");
            window.click("#exchange-no");
            assertThat(preferred().textPercent()).isEqualTo(150);
            window.click("#settings-reset");
            window.click("#exchange-yes");
            window.await(() -> preferred().equals(Preferences.defaults()), "all is reset");
            window.await(
                    () -> daemon.requests().contains(new Request.ChangeSettings(Settings.defaults())),
                    "the daemon is asked");
        }
    }

    private Preferences preferred() {
        return PreferencesFile.in(environment()).read();
    }

    @Test
    void aFavourite_isMarkedByKeyboard_standsFirst_andIsUnmarked() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Not connected");
            window.click("#nav-locations");
            window.awaitNode("#server-eu-central-1");
            window.type("sydney");
            window.await(() -> !window.has("#server-eu-central-1"), "only Sydney is left");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.SPACE);

            window.await(
                    () -> daemon.requests().stream()
                            .anyMatch(asked -> asked instanceof Request.Favour(var _, var marked) && marked),
                    "it is marked");
            window.await(() -> isShownToBeMarked(window), "it is shown to be marked");
            window.click("#search");
            window.press(KeyCode.ESCAPE);
            window.await(() -> window.drawnTexts("#servers").contains("Favourites"), "it stands first");
            window.type("sydney");
            window.await(() -> !window.has("#server-eu-central-1"), "only Sydney is left again");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.SPACE);
            window.await(
                    () -> daemon.requests().stream()
                            .anyMatch(asked -> asked instanceof Request.Favour(var _, var marked) && !marked),
                    "it is unmarked");
        }
    }

    private static boolean isShownToBeMarked(DrivenWindow window) {
        return window.node("#servers").lookupAll(".star").stream()
                .anyMatch(star -> "Remove from favourites".equals(star.getAccessibleText()));
    }

    @Test
    void theList_isSortedByName_andByLatencyAgain() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Not connected");
            window.click("#nav-locations");
            window.awaitNode("#server-eu-central-1");
            assertThat(window.has("#server-af-south-1"))
                    .as("far away, far down")
                    .isFalse();

            window.click("#order-name");
            window.awaitNode("#server-af-south-1");
            window.click("#order-latency");
            window.await(() -> !window.has("#server-af-south-1"), "Cape Town is far down again");
        }
    }
}
