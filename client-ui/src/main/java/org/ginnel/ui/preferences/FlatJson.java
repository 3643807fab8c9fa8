// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.json.Json;
import org.ginnel.json.JsonWriter;
import org.ginnel.json.MalformedJsonException;

/// One JSON object of strings, whole numbers, truth values and lists of strings: all that settings are made of.
public final class FlatJson {
    /// Longest text that is read, in characters.
    public static final int MAX_LENGTH = 64 * 1024;

    private static final int LONGEST_TEXT = 1024;

    /// The fields in their order; empty for any other text, also for one with a field that is there twice.
    public static Optional<Map<String, Object>> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var read = Json.read(text.getBytes(StandardCharsets.UTF_8), LONGEST_TEXT);
            return read instanceof Json.Fields(var fields) ? values(fields) : Optional.empty();
        } catch (MalformedJsonException _) {
            return Optional.empty(); // no JSON: said by the answer
        }
    }

    private static Optional<Map<String, Object>> values(Map<String, Json> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var field : fields.entrySet()) {
            var value = value(field.getValue());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(field.getKey(), value.get());
        }
        return Optional.of(values);
    }

    private static Optional<Object> value(Json value) {
        return switch (value) {
            case Json.Text(var text) -> Optional.of(text);
            case Json.Truth(var truth) -> Optional.of(truth);
            case Json.Numeral number ->
                number.whole().filter(whole -> whole == whole.intValue()).map(Long::intValue);
            case Json.Items(var items) -> strings(items);
            case Json.Fields _, Json.Nothing _, Json.Missing _ -> Optional.empty();
        };
    }

    private static Optional<Object> strings(List<Json> items) {
        var strings = items.stream().flatMap(item -> item.text().stream()).toList();
        return strings.size() == items.size() ? Optional.of(strings) : Optional.empty();
    }

    /// The text of such an object, a field a line.
    public static String write(Map<String, Object> fields) {
        var out = JsonWriter.pretty();
        out.startObject();
        for (var field : fields.entrySet()) {
            out.name(field.getKey());
            switch (field.getValue()) {
                case Boolean truth -> out.truth(truth);
                case Integer number -> out.number(number);
                case List<?> strings -> {
                    out.startArray();
                    strings.forEach(string -> out.string(String.valueOf(string)));
                    out.endArray();
                }
                case Object other -> out.string(other.toString());
            }
        }
        out.endObject();
        return out.text() + "\n";
    }

    private FlatJson() {}
}
