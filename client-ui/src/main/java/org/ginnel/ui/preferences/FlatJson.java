// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One JSON object of strings, whole numbers, truth values and lists of strings: all that settings are made of.
public final class FlatJson {
    /// Longest text that is read, in characters.
    public static final int MAX_LENGTH = 64 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(1024)
                    .maxNumberLength(16)
                    .build())
            .build();

    /// The fields in their order; empty for any other text, also for one with a field that is there twice.
    public static Optional<Map<String, Object>> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try (var in = JSON.createParser(text)) {
            return in.nextToken() == JsonToken.START_OBJECT ? fields(in) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // no JSON: said by the answer
        }
    }

    private static Optional<Map<String, Object>> fields(JsonParser in) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            in.nextToken();
            var value = value(in);
            if (value.isEmpty() || fields.put(name, value.get()) != null) {
                return Optional.empty();
            }
        }
        return in.hasToken(JsonToken.END_OBJECT) && in.nextToken() == null ? Optional.of(fields) : Optional.empty();
    }

    private static Optional<Object> value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> Optional.of(in.getText());
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(in.getBooleanValue());
            case VALUE_NUMBER_INT -> Optional.of(in.getIntValue());
            case START_ARRAY -> strings(in);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Object> strings(JsonParser in) throws IOException {
        List<String> strings = new ArrayList<>();
        while (in.nextToken() == JsonToken.VALUE_STRING) {
            strings.add(in.getText());
        }
        return in.hasToken(JsonToken.END_ARRAY) ? Optional.of(List.copyOf(strings)) : Optional.empty();
    }

    /// The text of such an object, a field a line.
    public static String write(Map<String, Object> fields) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            for (var field : fields.entrySet()) {
                out.writeFieldName(field.getKey());
                switch (field.getValue()) {
                    case Boolean truth -> out.writeBoolean(truth);
                    case Integer number -> out.writeNumber(number);
                    case List<?> strings -> {
                        out.writeStartArray();
                        for (var string : strings) {
                            out.writeString(String.valueOf(string));
                        }
                        out.writeEndArray();
                    }
                    case Object other -> out.writeString(other.toString());
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string takes whatever is written", e);
        }
        return text + "\n";
    }

    private FlatJson() {}
}
