// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How values of one type stand in JSON. Reads strictly: a value of another kind is a [JsonParseException], whose
/// message quotes nothing of it.
interface Shape {
    void write(JsonGenerator out, Object value) throws IOException;

    /// Reads the value at whose first token the parser stands, and leaves it at the last.
    Object read(JsonParser in) throws IOException;

    /// What an absent field stands for; null when it must not be absent.
    default @Nullable Object absent() {
        return null;
    }

    static JsonParseException unfit(JsonParser in, String why) {
        return new JsonParseException(in, why);
    }

    private static void expect(JsonParser in, JsonToken token) throws IOException {
        if (!in.hasToken(token)) {
            throw unfit(in, "another kind of value was expected");
        }
    }

    /// A string.
    record Text() implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString((String) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_STRING);
            return in.getText();
        }
    }

    /// `true` or `false`.
    record Truth() implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (in.currentToken().isBoolean()) {
                return in.getBooleanValue();
            }
            throw unfit(in, "neither true nor false");
        }
    }

    /// A whole number of 32 bits.
    record Int() implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Integer) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return in.getIntValue();
        }
    }

    /// A whole number of 64 bits.
    record Whole() implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Long) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return in.getLongValue();
        }
    }

    /// A number with a fraction.
    record Real() implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Double) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (in.currentToken().isNumeric()) {
                return in.getDoubleValue();
            }
            throw unfit(in, "no number");
        }
    }
}
