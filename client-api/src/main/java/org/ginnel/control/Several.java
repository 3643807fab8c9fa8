// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shapes that hold others: a list, or a value that may be missing.
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
        public Object read(JsonReader in) throws MalformedFrameException {
            in.startArray();
            var items = new ArrayList<Object>();
            while (in.nextItem(items.isEmpty())) {
                items.add(item.read(in));
            }
            return items;
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
        public Object read(JsonReader in) throws MalformedFrameException {
            return in.nothing() ? Optional.empty() : Optional.of(value.read(in));
        }

        @Override
        public @Nullable Object absent() {
            return Optional.empty();
        }
    }
}
