// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.text.Normalizer;
import java.util.Locale;

/// Text as people type it who have no accents at hand: lower case, without marks on the letters.
public final class Letters {
    /// `São Paulo` becomes `sao paulo`, `Zürich` `zurich`, `Łódź` `lodz`.
    public static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        var plain = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> plain.append(whole(c)));
        return plain.toString();
    }

    /// Letters that are not made of another and a mark.
    private static String whole(int codePoint) {
        return switch (codePoint) {
            case '\u00f8' -> "o";
            case '\u0142' -> "l";
            case '\u0111', '\u00f0' -> "d";
            case '\u00e6' -> "ae";
            case '\u0153' -> "oe";
            case '\u00df' -> "ss";
            case '\u00fe' -> "th";
            case '\u0131' -> "i";
            default -> Character.toString(codePoint);
        };
    }

    private Letters() {}
}
