// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Renders every screen in every theme to `target/screenshots`, for people to look at.
class GalleryTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    record Shot(String name, Scenario scenario, Map<String, String> environment, Consumer<DrivenWindow> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shot> shots() {
        return Stream.of("light", "dark").flatMap(theme -> {
            var env = Map.of(
                    "GINNEL_THEME",
                    theme,
                    "GINNEL_DEMO_KEY",
                    "demo_basic_0123456789abcdef",
                    "GINNEL_DEMO_API",
                    "https://api.demo.example");
            return Stream.of(
                    new Shot("onboarding-" + theme, Scenario.loggedOut(), env, w -> w.awaitNode("#login")),
                    new Shot("disconnected-" + theme, Scenario.disconnected(), env, w -> w.awaitNode("#connect")),
                    new Shot("connected-" + theme, Scenario.connected(), env, w -> w.awaitText("#state", "Connected")),
                    new Shot(
                            "blocked-" + theme,
                            Scenario.blocked(
                                    new ErrorCause.NoHandshake("203.0.113.4:51820", java.time.Duration.ofSeconds(5))),
                            env,
                            w -> w.awaitText("#state", "Blocked")),
                    new Shot("connecting-" + theme, Scenario.connectingSlowly(), env, w -> {
                        w.click("#connect");
                        w.awaitText("#state", "Connecting");
                    }),
                    new Shot("locations-" + theme, Scenario.disconnected(), env, w -> {
                        w.click("#nav-locations");
                        w.awaitNode("#server-eu-central-1");
                    }),
                    new Shot("settings-" + theme, Scenario.connected(), env, w -> {
                        w.click("#nav-settings");
                        w.awaitNode("#allow-lan");
                    }));
        });
    }

    @ParameterizedTest
    @MethodSource("shots")
    void everyScreen_isDrawn(Shot shot) throws IOException {
        try (var daemon = FakeDaemon.start(shot.scenario());
                var window = new DrivenWindow(daemon.socket(), shot.environment())) {
            shot.steps().accept(window);
            var picture = window.picture();
            Files.createDirectories(PICTURES);
            var file = PICTURES.resolve(shot.name() + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
            assertThat(file).isNotEmptyFile();
        }
    }
}
