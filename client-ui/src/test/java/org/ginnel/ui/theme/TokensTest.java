// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
    private static final Path SHEETS = Path.of("src", "main", "resources", "org", "ginnel", "ui", "theme");
    private static final Pattern TOKEN = Pattern.compile("(-g-[a-z-]+): (#[0-9a-f]{6});");
    private static final Pattern USE = Pattern.compile("-g-[a-z-]+");

    /// Text and the ground it stands on.
    private static final List<List<String>> WRITTEN = List.of(
            List.of("-g-ink", "-g-bg"),
            List.of("-g-ink", "-g-surface"),
            List.of("-g-ink", "-g-hover"),
            List.of("-g-ink", "-g-pressed"),
            List.of("-g-ink", "-g-bad-soft"),
            List.of("-g-ink", "-g-safe-soft"),
            List.of("-g-ink", "-g-select"),
            List.of("-g-ink-soft", "-g-bg"),
            List.of("-g-ink-soft", "-g-surface"),
            List.of("-g-ink-soft", "-g-hover"),
            List.of("-g-ink-soft", "-g-safe-soft"),
            List.of("-g-on-accent", "-g-accent"),
            List.of("-g-on-accent", "-g-accent-hover"),
            List.of("-g-on-accent", "-g-accent-pressed"),
            List.of("-g-on-bad", "-g-bad"),
            List.of("-g-on-bad", "-g-bad-hover"),
            List.of("-g-accent", "-g-surface"),
            List.of("-g-accent", "-g-hover"),
            List.of("-g-safe", "-g-bg"),
            List.of("-g-safe", "-g-surface"),
            List.of("-g-working", "-g-bg"),
            List.of("-g-bad", "-g-bg"));

    /// Shapes that carry meaning, and the ground they stand on.
    private static final List<List<String>> DRAWN = List.of(
            List.of("-g-rest", "-g-rest-soft"),
            List.of("-g-working", "-g-working-soft"),
            List.of("-g-safe", "-g-safe-soft"),
            List.of("-g-bad", "-g-bad-soft"),
            List.of("-g-line-strong", "-g-bg"),
            List.of("-g-line-strong", "-g-surface"),
            List.of("-g-surface", "-g-line-strong"),
            List.of("-g-accent", "-g-bg"));

    @Test
    void lightAndDark_holdTheSameTokens_andEachIsUsed() throws IOException {
        var used =
                USE.matcher(read("base.css")).results().map(hit -> hit.group()).toList();

        assertThat(tokens(Theme.DARK).keySet()).isEqualTo(tokens(Theme.LIGHT).keySet());
        assertThat(tokens(Theme.LIGHT).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(used).flatMap(List::stream).distinct().toList());
    }

    @Test
    void themes_holdTokensOnly_andTheBaseNoColour() throws IOException {
        for (var theme : List.of("light.css", "dark.css")) {
            var rest = TOKEN.matcher(read(theme)).replaceAll("").replaceAll("/\\*.*?\\*/", "");
            assertThat(rest.replaceAll("\\s", "")).isEqualTo(".root{}");
        }
        assertThat(read("base.css")).doesNotContainPattern("#[0-9a-fA-F]{3}|rgb|hsb|derive\\(|ladder\\(");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void text_standsOutFromItsGround(Theme theme) throws IOException {
        var tokens = tokens(theme);

        assertThat(WRITTEN)
                .allSatisfy(pair ->
                        assertThat(contrast(tokens, pair)).as(pair.toString()).isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shapes_standOutFromTheirGround(Theme theme) throws IOException {
        var tokens = tokens(theme);

        assertThat(DRAWN)
                .allSatisfy(pair ->
                        assertThat(contrast(tokens, pair)).as(pair.toString()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void theUser_overridesTheSystem() {
        assertThat(Theme.named(Map.of())).isEmpty();
        assertThat(Theme.named(Map.of("GINNEL_THEME", "Dark "))).contains(Theme.DARK);
        assertThat(Theme.named(Map.of("GINNEL_THEME", "light"))).contains(Theme.LIGHT);
        assertThat(Theme.named(Map.of("GINNEL_THEME", "pink"))).isEmpty();
    }

    private static Map<String, String> tokens(Theme theme) throws IOException {
        var tokens = new TreeMap<String, String>();
        var sheet = theme == Theme.LIGHT ? "light.css" : "dark.css";
        TOKEN.matcher(read(sheet)).results().forEach(hit -> tokens.put(hit.group(1), hit.group(2)));
        return tokens;
    }

    /// WCAG 2.2, "contrast ratio".
    private static double contrast(Map<String, String> tokens, List<String> pair) {
        var one = luminance(tokens.getOrDefault(pair.getFirst(), ""));
        var other = luminance(tokens.getOrDefault(pair.getLast(), ""));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String read(String sheet) throws IOException {
        return Files.readString(SHEETS.resolve(sheet));
    }
}
