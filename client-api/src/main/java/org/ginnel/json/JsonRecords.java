// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

/// Records to JSON and back: an object with a field for each component, which holds a text, a number, a truth value, a
/// time, a constant, another record, a list, a map by names, or perhaps one of those. Of a sealed family of records it
/// says first which one it is, as the field `type`, by its simple name. Strict and bounded; what is refused is not
/// quoted. Thread-safe.
public final class JsonRecords {
    /// Most bytes of a string.
    public static final int LONGEST_TEXT = 64 * 1024;

    private final Shapes shapes = new Shapes();

    /// In UTF-8, without spaces.
    ///
    /// @throws IllegalArgumentException for a type that holds something else, which is a mistake of ours
    public byte[] write(Object value) {
        var out = JsonWriter.compact();
        shapes.of(value.getClass()).write(out, value);
        return out.bytes();
    }

    /// Reads one value and nothing behind it, with no string longer than [#LONGEST_TEXT].
    public <T> T read(byte[] bytes, Class<T> type) throws MalformedJsonException {
        return read(bytes, type, LONGEST_TEXT);
    }

    /// Reads one value and nothing behind it.
    ///
    /// @param longestText most bytes of a string
    public <T> T read(byte[] bytes, Class<T> type, int longestText) throws MalformedJsonException {
        var in = new JsonReader(bytes, longestText);
        var value = shapes.of(type).read(in);
        in.end();
        return type.cast(value);
    }

    /// Reads what stands in a value already.
    public <T> T read(Json.Fields value, Class<T> type) throws MalformedJsonException {
        var out = JsonWriter.compact();
        JsonTree.write(out, value);
        return read(out.bytes(), type);
    }
}
