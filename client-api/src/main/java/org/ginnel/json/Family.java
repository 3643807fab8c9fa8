// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

/// A sealed interface stands as whichever of its records it is, told by the field `type`, which comes first.
final class Family implements Shape {
    private final Class<?>[] members;
    private final Shapes shapes;

    Family(Class<?> family, Shapes shapes) {
        this.members = family.getPermittedSubclasses();
        this.shapes = shapes;
    }

    @Override
    public void write(JsonWriter out, Object value) {
        shapes.of(value.getClass()).write(out, value);
    }

    @Override
    public Object read(JsonReader in) throws MalformedJsonException {
        in.startObject();
        if (!"type".equals(in.nextName(true))) {
            throw in.unfit("an object does not begin with its type");
        }
        var tag = in.string();
        for (var member : members) {
            if (member.getSimpleName().equals(tag)) {
                return ((Fields) shapes.of(member)).readFields(in, false);
            }
        }
        throw in.unfit("an unknown type");
    }
}
