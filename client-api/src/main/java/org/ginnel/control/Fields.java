// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A record stands as an object with a field for each component; a member of a sealed family has its name before
/// them. A field that is unknown is skipped, so that a newer side may add some; one that is twice there or missing is
/// refused.
final class Fields implements Shape {
    private static final String TAG = "type";

    private final Class<?> type;
    private final Optional<String> tag;
    private final List<Field> fields;
    private final Constructor<?> constructor;

    private record Field(String name, Method accessor, Shape shape) {}

    /// @param tag the name that stands before the fields
    Fields(Class<?> type, Optional<String> tag, Shapes shapes) {
        this.type = type;
        this.tag = tag;
        var components = type.getRecordComponents();
        this.fields = Stream.of(components)
                .map(c -> new Field(c.getName(), c.getAccessor(), shapes.of(c.getGenericType())))
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a canonical constructor (JLS 8.10.4)", e);
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        out.writeStartObject();
        if (tag.isPresent()) {
            out.writeStringField(TAG, tag.get());
        }
        for (var field : fields) {
            out.writeFieldName(field.name());
            field.shape().write(out, componentOf(field, value));
        }
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        if (!in.hasToken(JsonToken.START_OBJECT)) {
            throw Shape.unfit(in, "no object");
        }
        in.nextToken();
        return readFields(in);
    }

    /// Reads the fields from the one at whose name the parser stands to the end of the object.
    Object readFields(JsonParser in) throws IOException {
        var values = new @Nullable Object[fields.size()];
        while (in.hasToken(JsonToken.FIELD_NAME)) {
            var index = indexOf(in.currentName());
            in.nextToken();
            if (index < 0) {
                in.skipChildren();
            } else if (values[index] != null) {
                throw Shape.unfit(in, "a field that is there twice");
            } else {
                values[index] = fields.get(index).shape().read(in);
            }
            in.nextToken();
        }
        for (var i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? fields.get(i).shape().absent() : values[i];
            if (values[i] == null) {
                throw Shape.unfit(in, "a field is missing");
            }
        }
        return make(in, values);
    }

    private int indexOf(String name) {
        for (var i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Object make(JsonParser in, @Nullable Object[] values) throws IOException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw Shape.unfit(in, "no " + type.getSimpleName()); // the record refuses: its text may quote the value
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("messages are public records", e);
        }
    }

    private static Object componentOf(Field field, Object value) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("messages are public records", e);
        }
    }
}
