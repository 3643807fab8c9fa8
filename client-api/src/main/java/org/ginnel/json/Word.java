// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.time.DateTimeException;
import java.util.function.Function;

/// A value that stands in JSON as one string, such as a time, a constant or a key.
///
/// @param print the string
/// @param parse the value; refuses by an [IllegalArgumentException] or a [DateTimeException], of whose text
///     nothing is kept
record Word<T>(Class<T> type, Function<T, String> print, Function<String, T> parse) implements Shape {
    @Override
    public void write(JsonWriter out, Object value) {
        out.string(print.apply(type.cast(value)));
    }

    @Override
    public Object read(JsonReader in) throws MalformedJsonException {
        var text = in.string();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw in.unfit("no " + type.getSimpleName());
        }
    }
}
