// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One JSON value. Whoever looks into it asks for what it expects, and finds nothing where something else stands.
/// Prints no text, which may be a secret.
public sealed interface Json {
    /// The one value that stands in `bytes`, in UTF-8. Refuses an object with a field that is there twice, which two
    /// readers may understand in two ways.
    ///
    /// @param longestText most bytes that a string may have, which bounds nothing but strings
    static Json read(byte[] bytes, int longestText) throws MalformedJsonException {
        var in = new JsonReader(bytes, longestText);
        var value = JsonTree.next(in);
        in.end();
        return value;
    }

    /// The value of that field; [Missing] where there is none.
    default Json at(String name) {
        return Missing.HERE;
    }

    /// The items of an array; none where none stands.
    default List<Json> items() {
        return List.of();
    }

    /// The text, where one stands.
    default Optional<String> text() {
        return Optional.empty();
    }

    /// The number, where it is written without fraction and exponent and has at most 64 bits.
    default Optional<Long> whole() {
        return Optional.empty();
    }

    /// The number, where it is one of 64 bits at all.
    default Optional<Double> real() {
        return Optional.empty();
    }

    /// The truth value, where one stands.
    default Optional<Boolean> truth() {
        return Optional.empty();
    }

    /// Whether something stands there, `null` included.
    default boolean isThere() {
        return true;
    }

    /// As it is sent, without spaces.
    default String written() {
        var out = JsonWriter.compact();
        JsonTree.write(out, this);
        return out.text();
    }

    /// As people read it, a field a line.
    default String pretty() {
        var out = JsonWriter.pretty();
        JsonTree.write(out, this);
        return out.text();
    }

    /// An object, whose fields keep their order.
    record Fields(Map<String, Json> fields) implements Json {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /// An object without fields.
        public static Fields none() {
            return new Fields(Map.of());
        }

        @Override
        public Json at(String name) {
            @Nullable Json found = fields.get(name);
            return found == null ? Missing.HERE : found;
        }

        /// The same with that field, in the place of one of the name.
        public Fields with(String name, Json value) {
            Map<String, Json> all = new LinkedHashMap<>(fields);
            all.put(name, value);
            return new Fields(all);
        }

        /// The same with that text.
        public Fields with(String name, String text) {
            return with(name, new Text(text));
        }

        /// The same with that number.
        public Fields with(String name, long number) {
            return with(name, new Numeral(Long.toString(number)));
        }

        /// The same without that field.
        public Fields without(String name) {
            Map<String, Json> all = new LinkedHashMap<>(fields);
            all.remove(name);
            return new Fields(all);
        }
    }

    /// An array.
    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }

        /// An array of texts.
        public static Items of(List<String> texts) {
            var items = new ArrayList<Json>(texts.size());
            texts.forEach(text -> items.add(new Text(text)));
            return new Items(items);
        }
    }

    /// A string.
    record Text(String value) implements Json {
        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }

        @Override
        public String toString() {
            return "Text[" + value.length() + " characters]";
        }
    }

    /// A number.
    ///
    /// @param literal as it stands in JSON
    record Numeral(String literal) implements Json {
        /// One that may have a fraction.
        ///
        /// @throws IllegalArgumentException for what JSON has no number for
        public static Numeral of(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no " + value);
            }
            return new Numeral(Double.toString(value));
        }

        @Override
        public Optional<Long> whole() {
            try {
                return Optional.of(Long.valueOf(literal));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Double> real() {
            return Optional.of(Double.valueOf(literal)).filter(Double::isFinite);
        }
    }

    /// `true` or `false`.
    record Truth(boolean value) implements Json {
        @Override
        public Optional<Boolean> truth() {
            return Optional.of(value);
        }
    }

    /// `null`.
    record Nothing() implements Json {}

    /// What stands where there is no field of a name; never within a value.
    record Missing() implements Json {
        static final Missing HERE = new Missing();

        @Override
        public boolean isThere() {
            return false;
        }
    }
}
