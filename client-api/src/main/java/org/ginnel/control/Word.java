// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/// A value that stands in JSON as one string, such as a time, a constant or a key.
///
/// @param print the string
/// @param parse the value; refuses by an [IllegalArgumentException] or a [DateTimeException], of whose text
///     nothing is kept
record Word<T>(Class<T> type, Function<T, String> print, Function<String, T> parse) implements Shape {
    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        out.writeString(print.apply(type.cast(value)));
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw Shape.unfit(in, "no " + type.getSimpleName());
        }
        try {
            return parse.apply(in.getText());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Shape.unfit(in, "no " + type.getSimpleName());
        }
    }
}
