// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

/// Makes text from a stranger safe to print: no control characters (escape sequences, CR, backspace), no invisible
/// or direction-changing characters (Trojan Source, CVE-2021-42574), no half surrogates.
public final class Printable {
    private static final int REPLACEMENT = 0xfffd;

    private Printable() {}

    /// The same text with one U+FFFD for every character that does more than appear.
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            clean.appendCodePoint(appears(c) ? c : REPLACEMENT);
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    /// The same text, cut to at most `columns` characters with an ellipsis where something is missing.
    public static String fit(String text, int columns) {
        var clean = clean(text);
        return clean.codePointCount(0, clean.length()) <= columns
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, columns - 1)) + "\u2026";
    }

    private static boolean appears(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
