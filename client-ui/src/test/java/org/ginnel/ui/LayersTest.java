// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "ginnel", "ui");
    private static final Pattern FACE = Pattern.compile(
            ".*(View|Cell|Card|Field|Emblem|Rows|Page|Nodes|Icon|Inks|Prose|ProseSkin|TextSize|QrImage"
                    + "|Painter|Pictures|FxThread|ThemedScene|GinnelWindow|Main|FirstFrame|Quit|Look|Chart|WindowWays|Dialogs|Closing|FontSearch|RestingPulse|SteadyField)\\.java");

    @Test
    void screensAndViewModels_knowNothingOfJavaFx() throws IOException {
        var brains = sources().stream()
                .filter(file -> !FACE.matcher(file.toString()).matches())
                .toList();

        assertThat(brains).hasSizeGreaterThan(25);
        for (var brain : brains) {
            assertThat(Files.readString(brain)).as(brain.toString()).doesNotContain("javafx.");
        }
    }

    /// Whoever wants less motion has it: nothing here moves by itself, and no caret blinks. Who adds the first
    /// animation adds the setting.
    @Test
    void nothing_isAnimated() throws IOException {
        for (var file : sources()) {
            var text = Files.readString(file);
            if (!file.endsWith("FirstFrame.java")) {
                assertThat(text).as(file.toString()).doesNotContain("javafx.animation");
            }
            assertThat(text)
                    .as(file.toString())
                    .doesNotContainPattern("new (TextField|TextArea|PasswordField)\\(")
                    .doesNotContainPattern("new (ProgressBar|ProgressIndicator|Spinner)\\b");
        }
    }

    @Test
    void noFile_isLongerThan300Lines() throws IOException {
        for (var file : sources()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
        }
    }

    /// The tray's own package has its own rules.
    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("tray"))
                    .toList();
        }
    }
}
