// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes every text of a style sheet larger, whoever wrote the sheet: sizes of text, the sizes that hold text,
/// and, by a quarter as much, the room around and between.
final class TextScale {
    /// What is given in pixels and has to grow with the text that stands in it.
    private static final Pattern SIZE = Pattern.compile(
            "(-fx-(?:font-size|pref-width|min-width|max-width|min-height|max-height|pref-height|fixed-cell-size):\\s*)([0-9.]+)(px)?\\s*;");

    /// What lies around and between: one to four numbers.
    private static final Pattern ROOM = Pattern.compile(
            "(-fx-(?:padding|spacing|hgap|vgap|graphic-text-gap):\\s*)([0-9.]+(?:px)?(?: [0-9.]+(?:px)?){0,3})\\s*;");

    /// The sheet with text of that size.
    ///
    /// @param percent 100 leaves it as it is
    static String scale(String sheet, int percent) {
        var sized = SIZE.matcher(sheet).replaceAll(found -> found.group(1) + pixels(found.group(2), percent) + ";");
        var room = 100 + (percent - 100) / 4;
        return ROOM.matcher(sized)
                .replaceAll(found -> Arrays.stream(found.group(2).split(" ", -1))
                        .map(number -> pixels(number.replace("px", ""), room))
                        .collect(Collectors.joining(" ", found.group(1), ";")));
    }

    private static String pixels(String number, int percent) {
        return String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(number) * percent / 100);
    }

    /// A style sheet as JavaFX takes it, with text of that size.
    ///
    /// @param url of the sheet
    static String url(String url, int percent) {
        if (percent == 100) {
            return url;
        }
        try (var in = URI.create(url).toURL().openStream()) {
            var scaled = scale(new String(in.readAllBytes(), StandardCharsets.UTF_8), percent);
            return "data:text/css;charset=utf-8;base64,"
                    + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("our own style sheet is not readable", e);
        }
    }

    private TextScale() {}
}
