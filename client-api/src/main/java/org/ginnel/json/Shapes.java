// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ginnel.account.ApiKey;
import org.jspecify.annotations.Nullable;

/// Finds the shape of a type, and keeps it. Knows records, sealed families of records, lists, maps by names,
/// optionals and leaves; any other type is a mistake of ours. Thread-safe.
final class Shapes {
    private final Map<Type, Shape> known = new ConcurrentHashMap<>();

    Shapes() {
        known.put(String.class, new Shape.Text());
        known.put(boolean.class, new Shape.Truth());
        known.put(int.class, new Shape.Int());
        known.put(Integer.class, new Shape.Int());
        known.put(long.class, new Shape.Whole());
        known.put(double.class, new Shape.Real());
        known.put(Double.class, new Shape.Real());
        known.put(Instant.class, new Word<>(Instant.class, Instant::toString, Instant::parse));
        known.put(Duration.class, new Word<>(Duration.class, Duration::toString, Duration::parse));
        known.put(LocalDate.class, new Word<>(LocalDate.class, LocalDate::toString, LocalDate::parse));
        known.put(ApiKey.class, new Word<>(ApiKey.class, ApiKey::reveal, Shapes::key));
    }

    private static ApiKey key(String text) {
        return ApiKey.parse(text).orElseThrow(() -> new IllegalArgumentException("no key"));
    }

    Shape of(Type type) {
        var found = known.get(type);
        if (found != null) {
            return found;
        }
        var made = make(type);
        known.put(type, made);
        return made;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            var argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType().equals(Optional.class)) {
                return new Several.Maybe(of(argument));
            }
            if (generic.getRawType().equals(List.class)) {
                return new Several.Many(of(argument));
            }
            if (generic.getRawType().equals(Map.class)) {
                return new Several.Named(of(generic.getActualTypeArguments()[1]));
            }
        }
        if (type instanceof Class<?> simple) {
            if (simple.isRecord()) {
                return new Fields(simple, tag(simple), this);
            }
            if (simple.isSealed()) {
                return new Family(simple, this);
            }
            if (simple.isEnum()) {
                return constants(simple);
            }
        }
        throw new IllegalArgumentException("no JSON is known for a " + type.getTypeName());
    }

    private static Optional<String> tag(Class<?> record) {
        var sealed = Stream.of(record.getInterfaces()).anyMatch(Class::isSealed);
        return sealed ? Optional.of(record.getSimpleName()) : Optional.empty();
    }

    private static Shape constants(Class<?> type) {
        return new Word<Object>(Object.class, c -> ((Enum<?>) c).name(), text -> constant(type, text));
    }

    private static Enum<?> constant(Class<?> type, String name) {
        @Nullable Object[] constants = type.getEnumConstants();
        return Stream.of(constants)
                .map(c -> (Enum<?>) c)
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }
}
