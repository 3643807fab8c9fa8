// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.font.FontConfigManager;
import com.sun.javafx.font.FontConfigManager.FcCompFont;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Against what JavaFX finds by itself. No window of this test's process looks for fonts by [FontSearch].
@EnabledOnOs(OS.LINUX)
class FontSearchTest {
    @BeforeEach
    void nativePart() throws ClassNotFoundException {
        Class.forName("com.sun.javafx.font.PrismFontFactory");
    }

    @Test
    void theFontsOfThisWindow_areThoseThatJavaFxFinds_withAllThatFollow() throws ReflectiveOperationException {
        for (var bold : List.of(false, true)) {
            var theirs = FontConfigManager.getFontConfigFont("System", bold, false);
            var ours = ours(theirs.fcName);

            assertThat(ours.fcFamily).isEqualTo(theirs.fcFamily);
            assertThat(ours.style).isEqualTo(theirs.style);
            assertThat(files(ours)).isNotEmpty().isEqualTo(files(theirs));
        }
    }

    @Test
    void theOthers_beginWithWhatJavaFxFinds_andAreFollowedByThoseOfThisWindow() throws ReflectiveOperationException {
        for (var family : List.of("SansSerif", "Serif", "Monospaced")) {
            for (var bold : List.of(false, true)) {
                for (var italic : List.of(false, true)) {
                    var theirs = FontConfigManager.getFontConfigFont(family, bold, italic);
                    var ours = ours(theirs.fcName);

                    assertThat(ours.firstFont.fontFile).as(ours.fcName).isEqualTo(theirs.firstFont.fontFile);
                    assertThat(files(ours).getFirst()).isEqualTo(ours.firstFont.fontFile);
                    assertThat(files(ours))
                            .as(ours.fcName)
                            .containsAll(files(ours(bold ? "sans:bold:roman" : "sans:regular:roman")));
                }
            }
        }
    }

    private static FcCompFont ours(String name) throws ReflectiveOperationException {
        return Arrays.stream(FontSearch.fonts())
                .filter(font -> font.fcName.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> files(FcCompFont font) {
        return Arrays.stream(font.allFonts).map(one -> one.fontFile).toList();
    }
}
