// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;

/// Text as structures of Windows hold it.
public final class WideText {
    private WideText() {}

    /// What fits into `room` letters, of which a zero is the last; what is too long ends in an ellipsis, and never
    /// between the halves of one letter.
    public static byte[] fitting(String text, int room) {
        return cut(text, room - 1).getBytes(UTF_16LE);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }
}
