// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

/// The characters that a JSON string writes as backslash and something.
///
/// @param raw the string without its quotes; behind each backslash there is a character
/// @param place says where when it is refused
record JsonEscapes(String raw, JsonReader place) {
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    String unescaped() throws MalformedJsonException {
        var text = new StringBuilder(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (raw.charAt(++i) == 'u') {
                text.append(unicode(i + 1));
                i += HEX_DIGITS;
            } else {
                text.append(named(raw.charAt(i)));
            }
        }
        return whole(text.toString());
    }

    private char named(char c) throws MalformedJsonException {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> throw place.unfit("an unknown escape");
        };
    }

    private char unicode(int from) throws MalformedJsonException {
        var value = 0;
        for (var i = from; i < from + HEX_DIGITS; i++) {
            var digit = i < raw.length() && raw.charAt(i) < 128 ? Character.digit(raw.charAt(i), HEX) : -1;
            if (digit < 0) {
                throw place.unfit("an unknown escape");
            }
            value = value * HEX + digit;
        }
        return (char) value;
    }

    /// Half a pair of surrogates is no character.
    private String whole(String text) throws MalformedJsonException {
        for (var i = 0; i < text.length(); i++) {
            var pair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair && Character.isSurrogate(text.charAt(i))) {
                throw place.unfit("half a character");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }
}
