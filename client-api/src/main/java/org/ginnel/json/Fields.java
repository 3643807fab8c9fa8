// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A record stands as an object with a field for each component; a member of a sealed family has its name before
/// them. A field that is unknown is skipped, so that a newer side may add some; one that is twice there or missing
/// is refused.
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
                .map(c -> new Field(c.getName(), accessor(c), shapes.of(c.getGenericType())))
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            this.constructor.setAccessible(true); // a record of one file's own is private
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a canonical constructor (JLS 8.10.4)", e);
        }
    }

    private static Method accessor(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.startObject();
        if (tag.isPresent()) {
            out.name(TAG);
            out.string(tag.get());
        }
        for (var field : fields) {
            out.name(field.name());
            field.shape().write(out, componentOf(field, value));
        }
        out.endObject();
    }

    @Override
    public Object read(JsonReader in) throws MalformedJsonException {
        in.startObject();
        return readFields(in, true);
    }

    /// Reads the fields from the next one to the end of the object.
    ///
    /// @param first whether none came before
    Object readFields(JsonReader in, boolean first) throws MalformedJsonException {
        var values = new @Nullable Object[fields.size()];
        for (var name = in.nextName(first); name != null; name = in.nextName(false)) {
            var index = indexOf(name);
            if (index < 0) {
                in.skip();
            } else if (values[index] != null) {
                throw in.unfit("a field that is there twice");
            } else {
                values[index] = fields.get(index).shape().read(in);
            }
        }
        for (var i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? fields.get(i).shape().absent() : values[i];
            if (values[i] == null) {
                throw in.unfit("a field is missing");
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

    private Object make(JsonReader in, @Nullable Object[] values) throws MalformedJsonException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw in.unfit("no " + type.getSimpleName()); // the record refuses: its text may quote the value
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records are made and read by what is public in them", e);
        }
    }

    private static Object componentOf(Field field, Object value) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records are made and read by what is public in them", e);
        }
    }
}
