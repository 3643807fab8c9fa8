// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shapes that hold others: a list, a map by names, or a value that may be missing.
sealed interface Several extends Shape {
    /// A list stands as an array.
    record Many(Shape item) implements Several {
        @Override
        public void write(JsonWriter out, Object value) {
            out.startArray();
            for (var one : (List<?>) value) {
                item.write(out, one);
            }
            out.endArray();
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            in.startArray();
            var items = new ArrayList<Object>();
            while (in.nextItem(items.isEmpty())) {
                items.add(item.read(in));
            }
            return items;
        }
    }

    /// A map stands as an object.
    record Named(Shape value) implements Several {
        @Override
        public void write(JsonWriter out, Object map) {
            out.startObject();
            ((Map<?, ?>) map).forEach((name, one) -> {
                out.name((String) name);
                value.write(out, one);
            });
            out.endObject();
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            in.startObject();
            Map<String, Object> named = new LinkedHashMap<>();
            for (var name = in.nextName(true); name != null; name = in.nextName(false)) {
                if (named.put(name, value.read(in)) != null) {
                    throw in.unfit("a name that is there twice");
                }
            }
            return named;
        }
    }

    /// An optional value stands as itself, or as `null` or nothing.
    record Maybe(Shape value) implements Several {
        @Override
        public void write(JsonWriter out, Object optional) {
            var present = ((Optional<?>) optional).orElse(null);
            if (present == null) {
                out.nothing();
            } else {
                value.write(out, present);
            }
        }

        @Override
        public Object read(JsonReader in) throws MalformedJsonException {
            return in.nothing() ? Optional.empty() : Optional.of(value.read(in));
        }

        @Override
        public @Nullable Object absent() {
            return Optional.empty();
        }
    }
}
