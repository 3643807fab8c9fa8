// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.util.List;
import java.util.Map;
import org.ginnel.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// A document as text. ASCII only, so that no string in it can steer a terminal.
public final class JsonText {
    private JsonText() {}

    /// Over several lines, for people who look at it too; ends with a line end.
    public static String pretty(Map<String, ?> document) {
        return write(document, true);
    }

    /// On one line, for streams of documents; ends with a line end.
    public static String compact(Map<String, ?> document) {
        return write(document, false);
    }

    private static String write(Map<String, ?> document, boolean pretty) {
        var out = JsonWriter.ascii(pretty);
        write(out, document);
        return out.text() + "\n";
    }

    private static void write(JsonWriter out, @Nullable Object value) {
        switch (value) {
            case null -> out.nothing();
            case Map<?, ?> map -> {
                out.startObject();
                for (var entry : map.entrySet()) {
                    out.name((String) entry.getKey());
                    write(out, entry.getValue());
                }
                out.endObject();
            }
            case List<?> list -> {
                out.startArray();
                for (var item : list) {
                    write(out, item);
                }
                out.endArray();
            }
            case String text -> out.string(text);
            case Boolean bool -> out.truth(bool);
            case Integer number -> out.number(number);
            case Long number -> out.number(number);
            case Double number -> out.number(number);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }
}
