// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.ui.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
            List.of(Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.JAPANESE, Language.ARABIC);
    private static final List<Language> LARGE = List.of(Language.ENGLISH, Language.GERMAN, Language.ARABIC);
    private static final int CURVE_SECONDS = 40;
    private static final String ONLY = System.getProperty("ginnel.screenshots.only", ".*");

    @TempDir
    Path directory;

    static Stream<Place> places() {
        return Place.all().filter(place -> place.name().matches(ONLY));
    }

    @ParameterizedTest
    @MethodSource("places")
    void everyScreen(Place place) throws IOException {
        var sheet = draw(place, 100);
        Sheet.write(OUT.resolve(place.name() + ".png"), sheet, 0.7);
        Sheet.write(OUT.resolve(place.name() + "-200.png"), draw(place, 200), 0.41);
        if (List.of("blocked", "activity").contains(place.name())) {
            var inEnglish = List.of(sheet.get(0).getFirst(), sheet.get(1).getFirst());
            Sheet.write(OUT.resolve("readme-" + place.name() + ".png"), List.of(inEnglish), 1);
        }
        assertThat(OUT.resolve(place.name() + ".png")).isNotEmptyFile();
    }

    /// For the README: with a curve, which takes its seconds.
    @Test
    void connected_withTraffic() throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (var theme : List.of("light", "dark")) {
            var environment = Preferred.with(directory, Language.ENGLISH, 100, theme);
            try (var daemon = FakeDaemon.start(Place.used());
                    var window = new DrivenWindow(daemon.socket(), environment, 420, 760)) {
                window.awaitNode("#fact-time");
                for (var second = 0; second < CURVE_SECONDS; second++) {
                    var before = window.text("#fact-time");
                    var rate = (long) (2_600_000 * (1.2 + Math.sin(second / 2.3) * Math.cos(second / 5.0)));
                    daemon.change(s -> Place.carrying(s, rate));
                    window.await(() -> !window.text("#fact-time").equals(before), "a second has passed");
                }
                pictures.add(SwingFXUtils.fromFXImage(window.picture(), null));
            }
        }
        Sheet.write(OUT.resolve("readme-connected.png"), List.of(pictures), 1);
    }

    /// For the README: a window that is wide enough for list and map.
    @Test
    void theMap_besideTheList() throws IOException {
        var environment = Preferred.with(directory, Language.ENGLISH, 100, "light");
        try (var daemon = FakeDaemon.start(Place.used());
                var window = new DrivenWindow(daemon.socket(), environment, 1000, 620)) {
            window.click("#nav-locations");
            window.awaitNode("#map");
            Sheet.write(OUT.resolve("readme-map.png"), SwingFXUtils.fromFXImage(window.picture(), null));
        }
    }

    /// Maps show a way from somewhere.
    @BeforeAll
    static void liveSomewhere() throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Lisbon"));
        Files.createDirectories(OUT);
    }

    /// A row a theme, a column a language.
    private List<List<BufferedImage>> draw(Place place, int percent) {
        var width = percent == 100 ? 420 : 714;
        var height = percent == 100 ? 760 : 960;
        List<List<BufferedImage>> rows = new ArrayList<>();
        for (var theme : List.of("light", "dark")) {
            List<BufferedImage> row = new ArrayList<>();
            for (var language : percent == 100 ? LANGUAGES : LARGE) {
                var environment = Preferred.with(directory, language, percent, theme);
                try (var daemon = FakeDaemon.start(place.scenario().get());
                        var window = new DrivenWindow(daemon.socket(), environment, width, height)) {
                    place.way().accept(window);
                    var picture = window.picture();
                    assertThat(window.cutTexts()).as(place + ", " + language).isEmpty();
                    row.add(SwingFXUtils.fromFXImage(picture, null));
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
