// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.text.Language;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `make screenshots`: draws every screen in both themes, a few languages and two sizes of text into
/// `docs/screenshots`, as sheets to look through, and the pictures of the README.
@EnabledIfSystemProperty(named = "ginnel.screenshots", matches = ".+")
class ScreenshotsTest {
    private static final Path OUT = Path.of(System.getProperty("ginnel.screenshots", "target/screenshots"));
    private static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.JAPANESE);

    @TempDir
    Path directory;

    /// @param way how it is reached, whatever the language
    record Screen(String name, Scenario scenario, Consumer<DrivenWindow> way) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Screen> screens() {
        var silent = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5));
        var used = Scenario.startingAs(connected(Instant.now())).remembering(Histories.threeWeeks(Instant.now()));
        var recents = Snapshots.withRecents(Snapshots.loggedIn(), List.of("eu-west-1", "ap-northeast-1", "sa-east-1"));
        return Stream.of(
                new Screen("onboarding", Scenario.loggedOut(), w -> w.awaitNode("#login")),
                new Screen("disconnected", Scenario.startingAs(recents), w -> w.awaitNode("#destination-server")),
                new Screen("connected", used, w -> w.awaitNode("#state")),
                new Screen("switching", Scenario.startingAs(switching(Instant.now())), w -> w.awaitNode("#fact-next")),
                new Screen("blocked", Scenario.blocked(silent), w -> w.awaitNode("#problem")),
                new Screen("locations", used, w -> {
                    w.click("#nav-locations");
                    w.awaitNode("#servers");
                }),
                new Screen("activity", used, w -> {
                    w.click("#nav-activity");
                    w.awaitNode("#sessions");
                }),
                new Screen("settings", used, w -> {
                    w.click("#nav-settings");
                    w.awaitNode("#allow-lan");
                }),
                new Screen("settings-appearance", used, w -> {
                    w.click("#nav-settings");
                    w.click("#language-0");
                }),
                new Screen("unreachable", Scenario.disconnected().speaking(9), w -> w.awaitNode("#try-now")));
    }

    /// Connected for some hours, and proven a moment ago.
    private static Snapshot connected(Instant now) {
        var frankfurt = Servers.byId("eu-central-1");
        var proof = new Proof(now.minusSeconds(2), Duration.ofMillis(11), "10.7.0.1");
        var reason = new Reason.Fastest(Duration.ofMillis(9), 14, 15);
        return Snapshots.withTunnel(
                Snapshots.connected(frankfurt),
                new TunnelView.Connected(
                        frankfurt, now.minus(Duration.ofMinutes(192)), proof, reason, Optional.empty()));
    }

    private static Snapshot switching(Instant now) {
        var stands = (TunnelView.Connected) connected(now).tunnel();
        var next = new TunnelView.Next(Optional.of(Servers.byId("ap-northeast-1")), TunnelView.Phase.HANDSHAKE);
        return Snapshots.withTunnel(
                connected(now),
                new TunnelView.Connected(
                        stands.server(), stands.since(), stands.proof(), stands.reason(), Optional.of(next)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreen(Screen screen) throws IOException {
        Files.createDirectories(OUT);
        var sheet = draw(screen, 100);
        Sheet.write(OUT.resolve(screen.name() + ".png"), sheet, 0.7);
        Sheet.write(OUT.resolve(screen.name() + "-200.png"), draw(screen, 200), 0.41);
        if (List.of("connected", "locations", "activity").contains(screen.name())) {
            var inEnglish = List.of(sheet.get(0).getFirst(), sheet.get(1).getFirst());
            Sheet.write(OUT.resolve("readme-" + screen.name() + ".png"), List.of(inEnglish), 1);
        }
        assertThat(OUT.resolve(screen.name() + ".png")).isNotEmptyFile();
    }

    /// A row a theme, a column a language.
    private List<List<BufferedImage>> draw(Screen screen, int percent) {
        var width = percent == 100 ? 420 : 714;
        var height = percent == 100 ? 720 : 960;
        List<List<BufferedImage>> rows = new ArrayList<>();
        for (var theme : List.of("light", "dark")) {
            List<BufferedImage> row = new ArrayList<>();
            for (var language : percent == 100 ? LANGUAGES : LANGUAGES.subList(0, 2)) {
                var environment = Preferred.with(directory, language, percent, theme);
                try (var daemon = FakeDaemon.start(screen.scenario());
                        var window = new DrivenWindow(daemon.socket(), environment, width, height)) {
                    screen.way().accept(window);
                    var picture = window.picture();
                    assertThat(window.cutTexts()).as(screen + ", " + language).isEmpty();
                    row.add(SwingFXUtils.fromFXImage(picture, null));
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
