// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads one JSON value (RFC 8259, in UTF-8) as whoever reads expects it: a value of another kind, or none at all,
/// is a [MalformedJsonException] that says where and quotes nothing. Nothing nests deeper than 32 levels, and no
/// string is longer than whoever reads allows.
final class JsonReader {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_BYTES = 64;

    private final byte[] bytes;
    private final int longestText;
    private int at;
    private int depth;

    /// @param longestText most bytes of a string
    JsonReader(byte[] bytes, int longestText) {
        this.bytes = bytes;
        this.longestText = longestText;
    }

    /// Enters an object.
    void startObject() throws MalformedJsonException {
        enter('{', "no object");
    }

    /// The name of the next field; null when the object has ended, which is left then.
    ///
    /// @param first whether no field came before
    @Nullable
    String nextName(boolean first) throws MalformedJsonException {
        if (ends('}', first)) {
            return null;
        }
        var name = string();
        take(':', "no colon behind a name");
        return name;
    }

    /// Enters an array.
    void startArray() throws MalformedJsonException {
        enter('[', "no array");
    }

    /// Whether another item follows; when none does, the array is left.
    ///
    /// @param first whether no item came before
    boolean nextItem(boolean first) throws MalformedJsonException {
        return !ends(']', first);
    }

    /// Takes a `null` if it comes next.
    boolean nothing() {
        return peek() == 'n' && takeWord("null");
    }

    boolean truth() throws MalformedJsonException {
        if (takeWord("true")) {
            return true;
        }
        if (takeWord("false")) {
            return false;
        }
        throw unfit("neither true nor false");
    }

    /// A number without fraction and exponent.
    long whole() throws MalformedJsonException {
        try {
            return Long.parseLong(number(false));
        } catch (NumberFormatException _) {
            throw unfit("a number out of range");
        }
    }

    /// Any number.
    double real() throws MalformedJsonException {
        var value = Double.parseDouble(number(true));
        if (!Double.isFinite(value)) {
            throw unfit("a number out of range");
        }
        return value;
    }

    String string() throws MalformedJsonException {
        take('"', "no string");
        var start = at;
        var plain = true;
        while (at < bytes.length && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                plain = false;
                at++;
            } else if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw unfit("a control character in a string");
            }
            at++;
        }
        if (at >= bytes.length) {
            throw unfit("a string without end");
        }
        if (at - start > longestText) {
            throw unfit("a string that is too long");
        }
        var raw = decode(start, at++);
        return plain ? raw : new JsonEscapes(raw, this).unescaped();
    }

    private String decode(int from, int to) throws MalformedJsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException _) {
            throw unfit("no UTF-8");
        }
    }

    /// Takes any value.
    void skip() throws MalformedJsonException {
        switch (peek()) {
            case '{' -> {
                startObject();
                for (var name = nextName(true); name != null; name = nextName(false)) {
                    skip();
                }
            }
            case '[' -> {
                startArray();
                for (var more = nextItem(true); more; more = nextItem(false)) {
                    skip();
                }
            }
            case '"' -> string();
            case 't', 'f' -> truth();
            case 'n' -> {
                if (!nothing()) {
                    throw unfit("no value");
                }
            }
            default -> number(true);
        }
    }

    /// Any number, as it stands.
    String number() throws MalformedJsonException {
        return number(true);
    }

    /// Makes sure that nothing follows.
    void end() throws MalformedJsonException {
        if (peek() >= 0) {
            throw unfit("more than one value");
        }
    }

    MalformedJsonException unfit(String why) {
        return new MalformedJsonException(why + ", at byte " + at);
    }

    private void enter(char bracket, String otherwise) throws MalformedJsonException {
        take(bracket, otherwise);
        if (++depth > MAX_DEPTH) {
            throw unfit("too deep");
        }
    }

    private boolean ends(char bracket, boolean first) throws MalformedJsonException {
        if (peek() == bracket) {
            at++;
            depth--;
            return true;
        }
        if (!first) {
            take(',', "neither a comma nor an end");
        }
        return false;
    }

    private void take(char wanted, String otherwise) throws MalformedJsonException {
        if (peek() != wanted) {
            throw unfit(otherwise);
        }
        at++;
    }

    private boolean takeWord(String word) {
        if (peek() < 0 || bytes.length - at < word.length()) {
            return false;
        }
        for (var i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    /// The next byte that is no space, from 0 to 255; -1 at the end.
    int peek() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at < bytes.length ? bytes[at] & 0xff : -1;
    }

    private String number(boolean fraction) throws MalformedJsonException {
        peek();
        var start = at;
        skipByte('-', '-');
        if (!skipByte('0', '0')) {
            digits();
        }
        if (fraction && skipByte('.', '.')) {
            digits();
        }
        if (fraction && skipByte('e', 'E')) {
            skipByte('+', '-');
            digits();
        }
        if (at - start > MAX_NUMBER_BYTES) {
            throw unfit("a number that is too long");
        }
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private boolean skipByte(char one, char other) {
        var there = at < bytes.length && (bytes[at] == one || bytes[at] == other);
        at += there ? 1 : 0;
        return there;
    }

    private void digits() throws MalformedJsonException {
        var start = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw unfit("no number");
        }
    }
}
