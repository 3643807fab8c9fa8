// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import org.jspecify.annotations.Nullable;

/// How values of one type stand in JSON. Reads strictly: a value of another kind is a [MalformedJsonException],
/// whose message quotes nothing of it.
interface Shape {
    void write(JsonWriter out, Object value);

    /// Reads the value that comes next.
    Object read(JsonReader in) throws MalformedJsonException;

    /// What an absent field stands for; null when it must not be absent.
    default @Nullable Object absent() {
        return null;
    }

    /// A string.
    record Text() implements Shape {
        @Override
        public void write(JsonWriter out, Object value) {
            out.string((String) value);
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            return in.string();
        }
    }

    /// `true` or `false`.
    record Truth() implements Shape {
        @Override
        public void write(JsonWriter out, Object value) {
            out.truth((Boolean) value);
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            return in.truth();
        }
    }

    /// A whole number of 32 bits.
    record Int() implements Shape {
        @Override
        public void write(JsonWriter out, Object value) {
            out.number((Integer) value);
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            var number = in.whole();
            if (number != (int) number) {
                throw in.unfit("a number out of range");
            }
            return (int) number;
        }
    }

    /// A whole number of 64 bits.
    record Whole() implements Shape {
        @Override
        public void write(JsonWriter out, Object value) {
            out.number((Long) value);
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            return in.whole();
        }
    }

    /// A number with a fraction.
    record Real() implements Shape {
        @Override
        public void write(JsonWriter out, Object value) {
            out.number((Double) value);
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            return in.real();
        }
    }
}
