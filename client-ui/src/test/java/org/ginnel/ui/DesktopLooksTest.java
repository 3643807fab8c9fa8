// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.ui.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `bin/desktop-looks`: every screen in a font that stands in for another system's, in the scale of its screens.
/// Nothing
/// may be cut off.
@EnabledIfSystemProperty(named = "ginnel.looks", matches = ".+")
class DesktopLooksTest {
    private static final Path OUT = Path.of(System.getProperty("ginnel.looks", "target/looks"));
    private static final String FONT = System.getProperty("ginnel.looks.font", "");
    private static final double SCALE = Double.parseDouble(System.getProperty("ginnel.looks.scale", "1"));
    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.GERMAN);

    @TempDir
    Path directory;

    static Stream<Place> places() {
        return Place.all();
    }

    @BeforeAll
    static void makeRoom() throws IOException {
        Files.createDirectories(OUT);
    }

    /// Else the pictures would be of another font than they say.
    @Test
    void theFont_standsIn() {
        try (var daemon = FakeDaemon.start(Place.used());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            assertThat(window.text("#nav-locations")).isNotEmpty();
            var text = "Sphinx of black quartz, judge my vow";
            var ours = DrivenWindow.onFx(() -> width(text, Font.getDefault()));
            var theirs = DrivenWindow.onFx(
                    () -> width(text, Font.font(FONT, Font.getDefault().getSize())));
            assertThat(ours).isCloseTo(theirs, within(0.01));
        }
    }

    private static double width(String text, Font font) {
        var shown = new Text(text);
        shown.setFont(font);
        return shown.getLayoutBounds().getWidth();
    }

    @ParameterizedTest
    @MethodSource("places")
    void everyScreen(Place place) throws IOException {
        List<List<BufferedImage>> rows = new ArrayList<>();
        for (var theme : List.of("light", "dark")) {
            List<BufferedImage> row = new ArrayList<>();
            for (var language : LANGUAGES) {
                var environment = Preferred.with(directory, language, 100, theme);
                try (var daemon = FakeDaemon.start(place.scenario().get());
                        var window = new DrivenWindow(daemon.socket(), environment, 420, 720)) {
                    place.way().accept(window);
                    assertThat(window.cutTexts()).as(place + ", " + language).isEmpty();
                    row.add(SwingFXUtils.fromFXImage(window.picture(SCALE), null));
                }
            }
            rows.add(row);
        }
        Sheet.writeWhole(OUT.resolve(place.name() + ".png"), rows);
    }
}
