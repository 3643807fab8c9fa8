// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.nio.charset.StandardCharsets;

/// Writes one JSON value in UTF-8, without spaces. Whoever uses it keeps the order of the grammar; the commas come
/// by themselves. A surrogate without its other half is written as U+FFFD, since UTF-8 has none.
final class JsonWriter {
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder(512);
    private boolean behindValue;

    void startObject() {
        open('{');
    }

    void endObject() {
        close('}');
    }

    void startArray() {
        open('[');
    }

    void endArray() {
        close(']');
    }

    /// The name of the field whose value comes next.
    void name(String name) {
        separate();
        quote(name);
        text.append(':');
        behindValue = false;
    }

    void string(String value) {
        separate();
        quote(value);
        behindValue = true;
    }

    void number(long value) {
        raw(Long.toString(value));
    }

    /// @throws IllegalArgumentException for what JSON has no number for
    void number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        raw(Double.toString(value));
    }

    void truth(boolean value) {
        raw(value ? "true" : "false");
    }

    void nothing() {
        raw("null");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void raw(String value) {
        separate();
        text.append(value);
        behindValue = true;
    }

    private void open(char bracket) {
        separate();
        text.append(bracket);
        behindValue = false;
    }

    private void close(char bracket) {
        text.append(bracket);
        behindValue = true;
    }

    private void separate() {
        if (behindValue) {
            text.append(',');
        }
    }

    private void quote(String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else if (Character.isSurrogate(c) && !isHalf(value, i)) {
                text.append('\ufffd');
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private static boolean isHalf(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
