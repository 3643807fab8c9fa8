// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.stream.Stream;

/// A sealed interface stands as whichever of its records it is, told by the field `type`, which comes first.
final class Family implements Shape {
    private final Class<?>[] members;
    private final Shapes shapes;

    Family(Class<?> family, Shapes shapes) {
        this.members = family.getPermittedSubclasses();
        this.shapes = shapes;
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        shapes.of(value.getClass()).write(out, value);
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        if (!in.hasToken(JsonToken.START_OBJECT)
                || !"type".equals(in.nextFieldName())
                || in.nextToken() != JsonToken.VALUE_STRING) {
            throw Shape.unfit(in, "an object does not begin with its type");
        }
        var tag = in.getText();
        var member = Stream.of(members)
                .filter(m -> m.getSimpleName().equals(tag))
                .findFirst()
                .orElseThrow(() -> Shape.unfit(in, "an unknown type"));
        in.nextToken();
        return ((Fields) shapes.of(member)).readFields(in);
    }
}
