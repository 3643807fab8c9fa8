// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.regex.Pattern;

/// Text of a stranger, made fit for a terminal, a log and a window: control characters, line ends, characters that
/// change the direction of writing or are not seen become spaces, and what is too long is cut.
final class PlainText {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+");

    private PlainText() {}

    /// The text as one clean line.
    ///
    /// @param longest in characters, counted as Java does
    static String of(String text, int longest) {
        // Cut twice: nobody cleans a megabyte to show a line of it.
        var head = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        var clean = UNSEEN.matcher(head).replaceAll(" ").strip();
        if (clean.length() <= longest) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
