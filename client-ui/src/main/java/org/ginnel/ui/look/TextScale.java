// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes every text of a style sheet larger, whoever wrote the sheet: sizes of text, and the sizes that hold text.
final class TextScale {
    /// What is given in pixels and has to grow with the text that stands in it.
    private static final Pattern SIZE = Pattern.compile(
            "(-fx-(?:font-size|pref-width|min-width|max-width|min-height|max-height|pref-height|fixed-cell-size):\\s*)([0-9.]+)(px)?\\s*;");

    /// The sheet with text of that size.
    ///
    /// @param percent 100 leaves it as it is
    static String scale(String sheet, int percent) {
        return SIZE.matcher(sheet).replaceAll(found -> {
            var size = Double.parseDouble(found.group(2)) * percent / 100;
            return found.group(1) + String.format(Locale.ROOT, "%.2fpx;", size);
        });
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
