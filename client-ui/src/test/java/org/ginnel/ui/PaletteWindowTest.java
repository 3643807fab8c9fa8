// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.preferences.PreferencesFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the palette does to a window, typed as a person would.
@Timeout(60)
class PaletteWindowTest {
    @TempDir
    Path directory;

    @Test
    void aSetting_isShownAlone_withItsNameInTheSearch() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Connected");
            wish(window, "quiet hours");

            window.awaitNode("#quiet-0");
            assertThat(((TextField) window.node("#settings-search")).getText()).isEqualTo("Quiet hours");
            assertThat(window.has("#lockdown")).isFalse();
        }
    }

    @Test
    void whatIsNotThere_isNotOffered_notEvenAsASetting() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Connected");
            type(window, "look for newer releases");

            assertThat(window.has("#command-find-updates")).isFalse();
        }
    }

    @Test
    void coloursAndFavourites_areChanged_andKept() {
        var environment = Map.of("XDG_CONFIG_HOME", directory.toString());
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), environment)) {
            window.awaitText("#state", "Connected");
            wish(window, "dark colours");
            assertThat(PreferencesFile.in(environment).read().appearance()).isEqualTo(Appearance.DARK);

            type(window, "add tokyo to favourites");
            window.awaitNode("#command-mark-ap-northeast-1");
            window.press(KeyCode.ENTER);
            window.await(
                    () -> daemon.requests().contains(new Request.Favour("ap-northeast-1", true)), "Tokyo is marked");
        }
    }

    @Test
    void quitting_isAnActionLikeAnyOther() {
        var quits = new AtomicInteger();
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.quitOnClose(false, quits::incrementAndGet);
            window.awaitText("#state", "Connected");
            wish(window, "quit");

            assertThat(quits).hasValue(1);
        }
    }

    private static void wish(DrivenWindow window, String words) {
        type(window, words);
        window.press(KeyCode.ENTER);
    }

    private static void type(DrivenWindow window, String words) {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.await(
                () -> Optional.ofNullable(window.stage.getScene().lookup("#palette"))
                        .filter(DrivenWindow::isShown)
                        .isPresent(),
                "the palette is open");
        window.type(words);
    }
}
