// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shapes that hold others: a list, or a value that may be missing.
sealed interface Several extends Shape {
    /// A list stands as an array.
    record Many(Shape item) implements Several {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartArray();
            for (var one : (List<?>) value) {
                item.write(out, one);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (!in.hasToken(JsonToken.START_ARRAY)) {
                throw Shape.unfit(in, "no array");
            }
            var items = new ArrayList<Object>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(item.read(in));
            }
            return items;
        }
    }

    /// An optional value stands as itself, or as `null` or nothing.
    record Maybe(Shape value) implements Several {
        @Override
        public void write(JsonGenerator out, Object optional) throws IOException {
            var present = ((Optional<?>) optional).orElse(null);
            if (present == null) {
                out.writeNull();
            } else {
                value.write(out, present);
            }
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return in.hasToken(JsonToken.VALUE_NULL) ? Optional.empty() : Optional.of(value.read(in));
        }

        @Override
        public @Nullable Object absent() {
            return Optional.empty();
        }
    }
}
