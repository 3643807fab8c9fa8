// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What `src/test/c/windows-layouts.c` and `windows-control-layouts.c`, compiled by mingw-w64 with the headers of
/// Windows, have printed.
public final class Layouts {
    private static final Path GOLDENS = Path.of("src/test/resources/golden/windows");

    /// A field: bytes from the beginning of its structure, and bytes of its own.
    public record Field(int offset, int size) {}

    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Long> values = new HashMap<>();

    private Layouts() {}

    public static Layouts read() {
        var layouts = new Layouts();
        try {
            for (var golden : List.of("layouts.txt", "control-layouts.txt")) {
                Files.readAllLines(GOLDENS.resolve(golden)).forEach(line -> layouts.add(List.of(line.split(" ", -1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return layouts;
    }

    private void add(List<String> words) {
        var name = words.getFirst();
        if (words.get(1).equals("=")) {
            values.put(name, Long.valueOf(words.get(2)));
        } else if (name.contains(".")) {
            fields.put(name, new Field(Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2))));
        } else {
            sizes.put(name, Integer.valueOf(words.get(1)));
        }
    }

    public int size(String structure) {
        return Objects.requireNonNull(sizes.get(structure), structure);
    }

    public Field field(String structure, String field) {
        return Objects.requireNonNull(fields.get(structure + "." + field), field);
    }

    public long value(String constant) {
        return Objects.requireNonNull(values.get(constant), constant);
    }

    /// Names of all the fields that were printed.
    public List<String> fieldsOf(String structure) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(structure + "."))
                .map(name -> name.substring(structure.length() + 1))
                .toList();
    }
}
