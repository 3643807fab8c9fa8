// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ginnel.relay.Server;
import org.jspecify.annotations.Nullable;

/// An object of a document, field by field, in the order of its schema. A field without a value is `null`, not
/// absent, so that a script finds the same fields every time.
final class Fields {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    Fields with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Fields maybe(String name, Optional<?> value) {
        fields.put(name, value.orElse(null));
        return this;
    }

    Fields nothing(String name) {
        fields.put(name, null);
        return this;
    }

    Map<String, @Nullable Object> map() {
        return fields;
    }

    /// A server as every document has it.
    static Fields of(Server server) {
        return new Fields()
                .with("id", server.id())
                .with("name", server.name())
                .with("country", server.country())
                .with("region", server.region())
                .with("tier", server.tier())
                .with("endpoint", server.endpoint())
                .with("port", server.port())
                .with("latitude", server.latitude())
                .with("longitude", server.longitude())
                .maybe("load", server.load());
    }

    /// A time as documents have it: milliseconds with three decimals.
    static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e3) / 1e3;
    }

    /// The name of a type or constant as documents have it: `NoHandshake` and `NO_HANDSHAKE` are `no_handshake`.
    static String tag(String name) {
        var words = name.equals(name.toUpperCase(Locale.ROOT)) ? name : name.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return words.toLowerCase(Locale.ROOT);
    }
}
