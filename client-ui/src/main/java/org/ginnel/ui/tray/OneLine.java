// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

/// Makes text that others chose fit for a menu: one line, bounded, and nothing in it that reorders or hides the rest.
final class OneLine {
    /// Longest text left whole, in code points.
    static final int MAX_LENGTH = 60;

    private OneLine() {}

    static String of(String text) {
        var line = new StringBuilder();
        text.codePoints().limit(8L * MAX_LENGTH).map(OneLine::plain).forEach(line::appendCodePoint);
        var clean = line.toString().strip().replaceAll(" {2,}", " ");
        if (clean.codePointCount(0, clean.length()) <= MAX_LENGTH) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, MAX_LENGTH - 1)).strip() + "\u2026";
    }

    /// Controls, line ends, bidirectional overrides, zero-width characters and broken pairs become a space.
    private static int plain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            default -> codePoint;
        };
    }
}
