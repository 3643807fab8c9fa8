// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.nio.charset.StandardCharsets;

/// Writes one JSON value in UTF-8. Whoever uses it keeps the order of the grammar; the commas come by themselves. A
/// surrogate without its other half is written as U+FFFD, since UTF-8 has none.
public final class JsonWriter {
    private static final String HEX = "0123456789ABCDEF";
    private static final String INDENT = "  ";
    private static final int ASCII = 128;

    private final boolean pretty;
    private final boolean asciiOnly;
    private final StringBuilder text = new StringBuilder(512);
    private int depth;
    private boolean behindValue;
    private boolean behindName;

    private JsonWriter(boolean pretty, boolean asciiOnly) {
        this.pretty = pretty;
        this.asciiOnly = asciiOnly;
    }

    /// One without spaces.
    public static JsonWriter compact() {
        return new JsonWriter(false, false);
    }

    /// One that gives each field a line, for people.
    public static JsonWriter pretty() {
        return new JsonWriter(true, false);
    }

    /// One that escapes whatever is not ASCII.
    ///
    /// @param pretty whether each field has a line
    public static JsonWriter ascii(boolean pretty) {
        return new JsonWriter(pretty, true);
    }

    public void startObject() {
        separate();
        text.append('{');
        depth++;
        behindValue = false;
    }

    public void endObject() {
        depth--;
        if (behindValue) {
            newLine();
        } else if (pretty) {
            text.append(' ');
        }
        close('}');
    }

    public void startArray() {
        separate();
        text.append('[');
        behindValue = false;
    }

    public void endArray() {
        if (pretty) {
            text.append(' ');
        }
        close(']');
    }

    /// The name of the field whose value comes next.
    public void name(String name) {
        if (behindValue) {
            text.append(',');
        }
        newLine();
        quote(name);
        text.append(pretty ? " : " : ":");
        behindValue = false;
        behindName = true;
    }

    public void string(String value) {
        separate();
        quote(value);
        behindValue = true;
    }

    public void number(long value) {
        literal(Long.toString(value));
    }

    /// A number, which may have a fraction.
    ///
    /// @throws IllegalArgumentException for what JSON has no number for
    public void number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        literal(Double.toString(value));
    }

    public void truth(boolean value) {
        literal(value ? "true" : "false");
    }

    public void nothing() {
        literal("null");
    }

    /// A number as it stands in JSON.
    void literal(String value) {
        separate();
        text.append(value);
        behindValue = true;
    }

    /// What was written.
    public String text() {
        return text.toString();
    }

    /// What was written, in UTF-8.
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private void close(char bracket) {
        text.append(bracket);
        behindValue = true;
    }

    /// Before a value: it is the one of a name, an item, or the whole.
    private void separate() {
        if (behindValue) {
            text.append(',');
        }
        if (pretty && !behindName && !text.isEmpty()) {
            text.append(' ');
        }
        behindName = false;
    }

    private void newLine() {
        if (pretty) {
            text.append('\n').repeat(INDENT, depth);
        }
    }

    private void quote(String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else if (Character.isSurrogate(c) && !isHalf(value, i)) {
                character('\ufffd');
            } else {
                character(c);
            }
        }
        text.append('"');
    }

    private static boolean isHalf(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private void character(char c) {
        if (asciiOnly && c >= ASCII) {
            unicode(c);
        } else {
            text.append(c);
        }
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> unicode(c);
        }
    }

    private void unicode(char c) {
        text.append("\\u");
        for (var shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((c >> shift) & 15));
        }
    }
}
