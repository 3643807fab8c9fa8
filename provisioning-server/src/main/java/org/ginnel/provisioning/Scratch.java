// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A directory that only we can read, for as long as a command runs.
record Scratch(Path directory) implements AutoCloseable {
    static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory("ginnel-provisioning"));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for temporary files: set java.io.tmpdir.", e);
        }
    }

    static Scratch make(Path inside) {
        try {
            return new Scratch(Files.createTempDirectory(inside, "ginnel-provisioning"));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + inside + " cannot be written.", e);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " could not be removed.", e);
        }
    }
}
