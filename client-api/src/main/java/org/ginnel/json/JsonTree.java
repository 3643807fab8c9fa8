// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// [Json] from what is read, and to what is written.
final class JsonTree {
    private JsonTree() {}

    static Json next(JsonReader in) throws MalformedJsonException {
        return switch (in.peek()) {
            case '{' -> fields(in);
            case '[' -> items(in);
            case '"' -> new Json.Text(in.string());
            case 't', 'f' -> new Json.Truth(in.truth());
            case 'n' -> nothing(in);
            default -> new Json.Numeral(in.number());
        };
    }

    private static Json fields(JsonReader in) throws MalformedJsonException {
        in.startObject();
        Map<String, Json> fields = new LinkedHashMap<>();
        for (var name = in.nextName(true); name != null; name = in.nextName(false)) {
            if (fields.put(name, next(in)) != null) {
                throw in.unfit("a field that is there twice");
            }
        }
        return new Json.Fields(fields);
    }

    private static Json items(JsonReader in) throws MalformedJsonException {
        in.startArray();
        var items = new ArrayList<Json>();
        while (in.nextItem(items.isEmpty())) {
            items.add(next(in));
        }
        return new Json.Items(items);
    }

    private static Json nothing(JsonReader in) throws MalformedJsonException {
        if (!in.nothing()) {
            throw in.unfit("no value");
        }
        return new Json.Nothing();
    }

    static void write(JsonWriter out, Json value) {
        switch (value) {
            case Json.Fields(var fields) -> {
                out.startObject();
                fields.forEach((name, field) -> {
                    out.name(name);
                    write(out, field);
                });
                out.endObject();
            }
            case Json.Items(var items) -> {
                out.startArray();
                items.forEach(item -> write(out, item));
                out.endArray();
            }
            case Json.Text(var text) -> out.string(text);
            case Json.Numeral(var literal) -> out.literal(literal);
            case Json.Truth(var truth) -> out.truth(truth);
            case Json.Nothing _ -> out.nothing();
            case Json.Missing _ -> throw new IllegalArgumentException("what is missing stands in no JSON");
        }
    }
}
